-- The incidents, each once for every article that claims something about it.
SELECT
    incidents.incident,
    incidents.place,
    incidents.date_from,
    incidents.date_to,
    articles.identity AS article,
    captures.sequence AS version,
    captures.sha256,
    count(*) AS claims
FROM incidents
JOIN incident_claims ON incident_claims.incident = incidents.incident
JOIN claims ON claims.claim_id = incident_claims.claim_id
JOIN chosen AS captures ON captures.capture_id = claims.capture_id
JOIN articles ON articles.article_id = captures.article_id
GROUP BY incidents.incident, captures.capture_id
ORDER BY incidents.incident, captures.capture_id;
