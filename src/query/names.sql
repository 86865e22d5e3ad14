-- Names with all their spellings, the most widely met first.
WITH asked (name_kind, name) AS (
    SELECT DISTINCT name_kind, name
    FROM name_variants
    WHERE :spelling IS NULL OR instr(lower(spelling), lower(:spelling)) > 0
),
met AS (
    SELECT
        name_variants.name_kind, name_variants.name, name_variants.spelling,
        captures.article_id, documents.publisher, mentions.occurrences
    FROM asked
    JOIN name_variants ON name_variants.name_kind = asked.name_kind AND name_variants.name = asked.name
    JOIN mentions ON mentions.name_kind = name_variants.name_kind AND mentions.spelling = name_variants.spelling
    JOIN captures ON captures.capture_id = mentions.capture_id
    JOIN documents ON documents.capture_id = mentions.capture_id
    WHERE NOT EXISTS (
        SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
    )
),
spellings AS (
    SELECT name_kind, name, spelling, count(DISTINCT article_id) AS articles
    FROM met
    GROUP BY name_kind, name, spelling
    ORDER BY name_kind, name, articles DESC, spelling
)
SELECT
    met.name,
    met.name_kind AS kind,
    count(DISTINCT met.spelling) AS spellings,
    count(DISTINCT met.publisher) AS publishers,
    count(DISTINCT met.article_id) AS articles,
    sum(met.occurrences) AS occurrences,
    -- Each spelling with the number of its articles.
    (SELECT group_concat(spellings.spelling || ' (' || spellings.articles || ')', ', ')
     FROM spellings WHERE spellings.name_kind = met.name_kind AND spellings.name = met.name) AS spelled
FROM met
GROUP BY met.name_kind, met.name
ORDER BY publishers DESC, articles DESC, occurrences DESC, met.name_kind, met.name
LIMIT :limit;
