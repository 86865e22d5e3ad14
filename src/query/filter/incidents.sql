-- The incidents with most claims, to choose from.
SELECT incidents.incident AS word
FROM incidents
ORDER BY (SELECT count(*) FROM incident_claims WHERE incident_claims.incident = incidents.incident) DESC, incidents.incident
LIMIT 20;
