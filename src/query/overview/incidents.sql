-- One page of the incidents, with how much is told of each; the latest first, or those with most claims.
WITH chosen AS MATERIALIZED (
    SELECT incident, place, date_from, date_to
    FROM incidents
    WHERE :place IS NULL OR instr(lower(place), lower(:place)) > 0
    ORDER BY
        CASE :order WHEN 'claims' THEN
            (SELECT count(*) FROM incident_claims WHERE incident_claims.incident = incidents.incident)
        END DESC,
        date_from DESC, incident
    LIMIT :limit OFFSET :offset
)
SELECT
    chosen.incident, chosen.place, chosen.date_from, chosen.date_to,
    count(DISTINCT documents.publisher) AS publishers,
    count(DISTINCT captures.article_id) AS articles,
    count(*) AS claims,
    sum(claims.measure IS NOT NULL) AS counts
FROM chosen
CROSS JOIN incident_claims ON incident_claims.incident = chosen.incident
CROSS JOIN claims ON claims.claim_id = incident_claims.claim_id
CROSS JOIN captures ON captures.capture_id = claims.capture_id
CROSS JOIN documents ON documents.capture_id = claims.capture_id
WHERE NOT EXISTS (
    SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
)
GROUP BY chosen.incident
ORDER BY CASE :order WHEN 'claims' THEN count(*) END DESC, chosen.date_from DESC, chosen.incident;
