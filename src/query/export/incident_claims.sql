-- Which claim is about which incident.
SELECT incident_claims.incident, incident_claims.claim_id
FROM incident_claims
JOIN claims ON claims.claim_id = incident_claims.claim_id
JOIN chosen AS captures ON captures.capture_id = claims.capture_id
ORDER BY incident_claims.incident, incident_claims.claim_id;
