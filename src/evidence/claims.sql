-- One claim of a version of an article, or all of them in reading order.
SELECT *
FROM claims_of_every_version
WHERE capture_id = :capture_id AND (:claim_id IS NULL OR claim_id = :claim_id)
ORDER BY start_offset, end_offset, claim_id
