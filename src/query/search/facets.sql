-- By whom and in which year the articles that have the words were published.
WITH found AS MATERIALIZED (
    SELECT documents.publisher, substr(documents.published_on, 1, 4) AS year
    FROM article_search
    JOIN captures ON captures.capture_id = article_search.rowid
    JOIN documents ON documents.capture_id = article_search.rowid
    WHERE article_search MATCH :words
        AND NOT EXISTS (
            SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
        )
        AND (:publisher IS NULL OR documents.publisher = :publisher)
        AND (:year IS NULL OR substr(documents.published_on, 1, 4) = :year)
),
facets (facet, value, articles) AS (
    SELECT 'all', NULL, count(*) FROM found
    UNION ALL
    SELECT 'publisher', publisher, count(*) FROM found WHERE publisher IS NOT NULL GROUP BY publisher
    UNION ALL
    SELECT 'year', year, count(*) FROM found WHERE year IS NOT NULL GROUP BY year
)
SELECT facet, value, articles FROM facets ORDER BY facet, CASE facet WHEN 'year' THEN 0 ELSE -articles END, value LIMIT 200;
