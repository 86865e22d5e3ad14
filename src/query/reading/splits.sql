-- Each claim that people said is not about its incident, and that incident.
SELECT json_group_object(claim_key, incident) AS found FROM split_claims
