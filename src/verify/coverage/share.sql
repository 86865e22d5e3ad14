-- The last of so many captures from one on; NULL where there are fewer.
SELECT max(capture_id) AS last
FROM (SELECT capture_id FROM captures WHERE capture_id >= :first ORDER BY capture_id LIMIT :size)
