-- The articles that tell of one incident, in their latest version, with the hashes of their bytes.
SELECT captures.sha256, documents.publisher, documents.published_on, documents.title, articles.identity AS article,
    captures.origin, captures.retrieved_at, count(*) AS claims
FROM incident_claims
CROSS JOIN claims ON claims.claim_id = incident_claims.claim_id
CROSS JOIN captures ON captures.capture_id = claims.capture_id
CROSS JOIN documents ON documents.capture_id = claims.capture_id
JOIN articles ON articles.article_id = captures.article_id
WHERE incident_claims.incident = :incident
    AND NOT EXISTS (
        SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
    )
GROUP BY captures.capture_id
ORDER BY documents.published_on, documents.publisher, captures.capture_id
LIMIT :limit OFFSET :offset;
