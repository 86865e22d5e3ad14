-- Which claim is about which incident.
SELECT incident_claims.incident, incident_claims.claim_id
FROM incident_claims
JOIN claims ON claims.claim_id = incident_claims.claim_id
JOIN captures ON captures.capture_id = claims.capture_id
WHERE :every_version OR NOT EXISTS (
    SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
)
ORDER BY incident_claims.incident, incident_claims.claim_id;
