-- The captures of an article, or one of them, and whatever else holds the same bytes; those asked for first.
SELECT captures.capture_id, captures.sequence, captures.sha256, captures.origin, articles.identity, blobs.byte_length
FROM captures
JOIN articles ON articles.article_id = captures.article_id
JOIN blobs ON blobs.sha256 = captures.sha256
WHERE captures.sha256 IN (
    SELECT meant.sha256 FROM captures AS meant
    WHERE meant.article_id = :article_id AND (:capture_id IS NULL OR meant.capture_id = :capture_id)
)
ORDER BY captures.article_id <> :article_id, captures.article_id, captures.sequence
