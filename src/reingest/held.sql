-- The newest capture from each origin, and what came of reading that origin the last time. What was taken down is not read again.
SELECT captures.capture_id, articles.identity, captures.origin, captures.sha256, captures.media_type,
    captures.given_metadata, captures.record, containers.origin AS container,
    (SELECT readings.outcome FROM readings WHERE readings.origin = captures.origin ORDER BY reading_id DESC LIMIT 1)
        AS last_outcome
FROM captures
JOIN articles ON articles.article_id = captures.article_id
LEFT JOIN containers ON containers.container_id = captures.container_id
WHERE NOT EXISTS (
    SELECT 1 FROM captures AS later
    WHERE later.origin = captures.origin AND later.capture_id > captures.capture_id
)
  AND NOT EXISTS (SELECT 1 FROM takedowns WHERE takedowns.sha256 = captures.sha256)
ORDER BY captures.origin
