-- Claims of incidents whose measure there is not their own.
SELECT incident_claims.incident, incident_claims.claim_id, claims.measure AS expected, incident_claims.measure AS actual
FROM incident_claims
JOIN claims ON claims.claim_id = incident_claims.claim_id
WHERE claims.measure IS NOT incident_claims.measure
ORDER BY incident_claims.incident, incident_claims.claim_id
