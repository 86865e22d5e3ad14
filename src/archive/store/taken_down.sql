-- The order by which these bytes or this text were erased.
SELECT reason, ordered_by, taken_down_at
FROM takedowns
WHERE sha256 = :sha256 OR text_sha256 = :text_sha256
ORDER BY taken_down_at, sha256
LIMIT 1
