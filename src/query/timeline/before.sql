-- The days before :from, the last first, likewise.
SELECT day, sum(claims) AS claims
FROM (
    SELECT * FROM (
        SELECT date_from AS day, count(*) AS claims
        FROM claims
        WHERE date_from < :from
        GROUP BY date_from
        ORDER BY date_from DESC
        LIMIT 400
    )
    UNION ALL
    SELECT date_from, count(*) FROM standing_reviews WHERE decision <> 'reject' AND date_from < :from GROUP BY date_from
)
GROUP BY day
ORDER BY day DESC
LIMIT 400;
