-- Names with all their spellings, the most widely met first.
, asked (name_kind, name) AS (
    SELECT DISTINCT name_kind, name
    FROM name_variants
    WHERE :spelling IS NULL OR instr(lower(spelling), lower(:spelling)) > 0
),
met AS MATERIALIZED (
    SELECT
        name_variants.name_kind, name_variants.name, name_variants.spelling,
        captures.article_id, documents.publisher, mentions.occurrences
    FROM asked
    CROSS JOIN name_variants ON name_variants.name_kind = asked.name_kind AND name_variants.name = asked.name
    CROSS JOIN mentions
        ON mentions.name_kind = name_variants.name_kind AND mentions.spelling = name_variants.spelling
    CROSS JOIN captures ON captures.capture_id = mentions.capture_id
    CROSS JOIN documents ON documents.capture_id = mentions.capture_id
    WHERE NOT EXISTS (
        SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
    )
),
spellings AS (
    SELECT name_kind, name, spelling, count(DISTINCT article_id) AS articles
    FROM met
    GROUP BY name_kind, name, spelling
    ORDER BY name_kind, name, articles DESC, spelling
),
spelled AS MATERIALIZED (
    -- Each spelling with the number of its articles.
    SELECT name_kind, name, count(*) AS spellings, group_concat(spelling || ' (' || articles || ')', ', ') AS spelled
    FROM spellings
    GROUP BY name_kind, name
),
reach AS (
    SELECT
        name_kind, name, count(DISTINCT publisher) AS publishers, count(DISTINCT article_id) AS articles,
        sum(occurrences) AS occurrences
    FROM met
    GROUP BY name_kind, name
)
SELECT
    reach.name, reach.name_kind AS kind, spelled.spellings, reach.publishers, reach.articles, reach.occurrences, spelled.spelled
FROM reach
JOIN spelled ON spelled.name_kind = reach.name_kind AND spelled.name = reach.name
ORDER BY reach.publishers DESC, reach.articles DESC, reach.occurrences DESC, reach.name_kind, reach.name
LIMIT :limit;
