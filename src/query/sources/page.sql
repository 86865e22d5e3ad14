-- One page of the sources on whose word claims stand, the most relied on first, and which publishers rely on each. The order
-- is by all claims that name the source in the same letters; the figures are of the latest version of each article.
WITH chosen AS MATERIALIZED (
    SELECT source, count(*) AS weight
    FROM claims
    WHERE source >= '' AND (:source IS NULL OR instr(lower(source), lower(:source)) > 0)
    GROUP BY source
    ORDER BY weight DESC, source
    LIMIT :limit OFFSET :offset
)
SELECT chosen.source, chosen.weight, min(claims.source_type) AS source_type, documents.publisher,
    count(*) AS claims, count(DISTINCT captures.article_id) AS articles
FROM chosen
CROSS JOIN claims ON claims.source = chosen.source
CROSS JOIN captures ON captures.capture_id = claims.capture_id
CROSS JOIN documents ON documents.capture_id = claims.capture_id
WHERE NOT EXISTS (
    SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
)
GROUP BY chosen.source, documents.publisher
ORDER BY chosen.weight DESC, chosen.source, claims DESC, documents.publisher;
