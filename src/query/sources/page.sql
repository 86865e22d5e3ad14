-- One page of the sources on whose word claims stand, the most relied on first, and which publishers rely on each. The order
-- is by all claims that name the source in the same letters; the figures are of the latest version of each article.
WITH weights AS MATERIALIZED (
    SELECT source, count(*) AS weight FROM claims WHERE source IS NOT NULL GROUP BY source
),
chosen AS MATERIALIZED (
    SELECT source, weight
    FROM weights
    WHERE :source IS NULL OR instr(lower(source), lower(:source)) > 0
    ORDER BY weight DESC, source
    LIMIT :limit OFFSET :offset
),
-- Counted within the index before any article is looked up.
by_version AS MATERIALIZED (
    SELECT claims.source, claims.capture_id, min(claims.source_type) AS source_type, count(*) AS claims
    FROM claims
    WHERE claims.source IN (SELECT source FROM chosen)
    GROUP BY claims.source, claims.capture_id
)
SELECT by_version.source, chosen.weight, min(by_version.source_type) AS source_type, documents.publisher,
    sum(by_version.claims) AS claims, count(DISTINCT captures.article_id) AS articles
FROM by_version
CROSS JOIN chosen ON chosen.source = by_version.source
CROSS JOIN captures ON captures.capture_id = by_version.capture_id
CROSS JOIN documents ON documents.capture_id = by_version.capture_id
WHERE NOT EXISTS (
    SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
)
GROUP BY by_version.source, documents.publisher
ORDER BY chosen.weight DESC, by_version.source, claims DESC, documents.publisher;
