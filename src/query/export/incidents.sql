-- The incidents that the claims make.
SELECT incident, place, date_from, date_to
FROM incidents
WHERE EXISTS (
    SELECT 1 FROM incident_claims
    JOIN claims ON claims.claim_id = incident_claims.claim_id
    JOIN chosen AS captures ON captures.capture_id = claims.capture_id
    WHERE incident_claims.incident = incidents.incident
)
ORDER BY incident;
