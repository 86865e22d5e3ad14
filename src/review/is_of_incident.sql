-- Whether a claim is about an incident. Bound by position: the incident, and the claim's key.
SELECT EXISTS (
    SELECT 1 FROM claims
    JOIN incident_claims ON incident_claims.claim_id = claims.claim_id AND incident_claims.incident = ?1
    WHERE claims.claim_key = ?2
) AS is_of_it
