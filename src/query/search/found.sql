-- Articles in their latest version that have the words; a word in the title counts four times. Where what is looked for has
-- signs of scripts without spaces, :words is NULL, :parts has what is long enough for their index, and what is shorter is
-- looked for in the texts themselves.
WITH hits AS (
    SELECT rowid AS capture_id, bm25(article_search, 4.0, 1.0) AS score
    FROM article_search WHERE article_search MATCH coalesce(:words, '""')
    UNION ALL
    SELECT rowid, bm25(article_search_parts, 4.0, 1.0)
    FROM article_search_parts WHERE article_search_parts MATCH coalesce(:parts, '""')
    UNION ALL
    SELECT capture_id, 0.0 FROM documents_in_parts WHERE :words IS NULL AND :parts IS NULL
),
found AS MATERIALIZED (
    SELECT hits.capture_id, hits.score, documents.publisher, documents.published_on
    FROM hits
    JOIN captures ON captures.capture_id = hits.capture_id
    JOIN documents ON documents.capture_id = hits.capture_id
    WHERE NOT EXISTS (
            SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
        )
        AND NOT EXISTS (
            SELECT 1 FROM json_each(:wanted) AS term
            WHERE instr(lower(coalesce(documents.title, '') || char(10) || documents.text), term.value) = 0
        )
        AND NOT EXISTS (
            SELECT 1 FROM json_each(:unwanted) AS term
            WHERE instr(lower(coalesce(documents.title, '') || char(10) || documents.text), term.value) > 0
        )
)
