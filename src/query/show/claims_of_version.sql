-- What one version of an article claims, in reading order.
SELECT *
FROM claims_of_every_version
WHERE capture_id = :capture_id
ORDER BY start_offset, end_offset, claim_id;
