-- The days before :from, the last first.
SELECT date_from AS day, count(*) AS claims
FROM claims
WHERE date_from < :from
GROUP BY date_from
ORDER BY date_from DESC
LIMIT 400;
