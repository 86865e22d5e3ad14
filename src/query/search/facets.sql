-- By whom and in which year the articles that were found were published.
, narrowed AS MATERIALIZED (
    SELECT publisher, substr(published_on, 1, 4) AS year FROM found
    WHERE (:publisher IS NULL OR publisher = :publisher)
        AND (:year IS NULL OR substr(published_on, 1, 4) = :year)
),
facets (facet, value, articles) AS (
    SELECT 'all', NULL, count(*) FROM narrowed
    UNION ALL
    SELECT 'publisher', publisher, count(*) FROM narrowed WHERE publisher IS NOT NULL GROUP BY publisher
    UNION ALL
    SELECT 'year', year, count(*) FROM narrowed WHERE year IS NOT NULL GROUP BY year
)
SELECT facet, value, articles FROM facets ORDER BY facet, CASE facet WHEN 'year' THEN 0 ELSE -articles END, value LIMIT 200;
