-- The days from :from on on which something is said to have begun, and how much.
SELECT date_from AS day, count(*) AS claims
FROM claims
WHERE date_from >= :from
GROUP BY date_from
ORDER BY date_from
LIMIT 400;
