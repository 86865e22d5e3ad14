-- The claims of one incident as the program has them.
WITH spellings (spelling) AS (SELECT NULL WHERE 0),
kept (claim_id) AS (
    SELECT claim_id FROM incident_claims
    WHERE incident = :incident OR incident IN (SELECT value FROM json_each(:incidents_too))
)
