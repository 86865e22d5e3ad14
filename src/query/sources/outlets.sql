-- The other outlets through which claims came, and which publishers have them from there.
SELECT min(claims.via) AS source, 'outlet' AS source_type, documents.publisher,
    count(*) AS claims, count(DISTINCT captures.article_id) AS articles
FROM claims
CROSS JOIN captures ON captures.capture_id = claims.capture_id
CROSS JOIN documents ON documents.capture_id = claims.capture_id
WHERE claims.via IS NOT NULL
    AND (:source IS NULL OR instr(lower(claims.via), lower(:source)) > 0)
    AND NOT EXISTS (
        SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
    )
GROUP BY lower(claims.via), documents.publisher
ORDER BY claims DESC, source, documents.publisher
LIMIT 200;
