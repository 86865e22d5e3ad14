-- Puts a claim into an incident, with its measure, by which the counts of an incident are found.
INSERT INTO incident_claims (incident, claim_id, measure)
VALUES (?1, ?2, (SELECT measure FROM claims WHERE claim_id = ?2));
