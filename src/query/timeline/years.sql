-- The years in which something is said to have begun: from each one the index leads to the next; and those that people told.
WITH RECURSIVE years (day) AS (
    SELECT min(date_from) FROM claims WHERE date_from >= ''
    UNION ALL
    SELECT (SELECT min(date_from) FROM claims WHERE date_from > substr(years.day, 1, 4) || '-99-99')
    FROM years
    WHERE years.day IS NOT NULL
)
SELECT substr(day, 1, 4) AS year FROM years WHERE day IS NOT NULL
UNION
SELECT substr(date_from, 1, 4) FROM standing_reviews WHERE decision <> 'reject' AND date_from IS NOT NULL
ORDER BY year
LIMIT 500;
