-- The incidents that people decided about a claim of: as the program has it, and as it stands.
SELECT incident FROM decided_claims WHERE incident IS NOT NULL
UNION
SELECT incident_claims.incident
FROM decided_claims
JOIN incident_claims ON incident_claims.claim_id = decided_claims.claim_id
UNION
SELECT incident FROM merged_incidents
UNION
SELECT stands_for FROM merged_incidents
UNION
SELECT incident FROM split_claims
