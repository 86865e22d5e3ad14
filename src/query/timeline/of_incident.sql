-- The claims of one incident.
WITH dated AS NOT MATERIALIZED (
    SELECT claims.claim_id, claims.claim_key, claims.capture_id
    FROM incident_claims
    CROSS JOIN claims ON claims.claim_id = incident_claims.claim_id
    WHERE incident_claims.incident = :incident
)
