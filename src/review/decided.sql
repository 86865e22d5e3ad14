-- A claim that people decided about, as it stands.
SELECT * FROM decided_claims WHERE claim_key = :claim_key ORDER BY capture_id LIMIT 1
