-- One claim as it stands: as people left it, or as the program reads it.
SELECT * FROM decided_claims WHERE claim_key = :claim_key
UNION ALL
SELECT told.*, 'machine' AS reading, 'unreviewed' AS review, NULL, NULL, NULL, NULL, claims.place_name
FROM claims
JOIN claims_of_every_version AS told ON told.claim_id = claims.claim_id
WHERE claims.claim_key = :claim_key AND NOT EXISTS (SELECT 1 FROM review_states WHERE review_states.claim_key = :claim_key)
LIMIT 1;
