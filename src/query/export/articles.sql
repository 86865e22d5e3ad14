-- Every version of every article, with where its bytes came from and their hash; what was taken down too.
SELECT
    captures.capture_id,
    captures.article_id,
    captures.sequence AS version,
    NOT EXISTS (
        SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
    ) AS is_latest,
    articles.identity AS article,
    documents.url,
    documents.publisher,
    documents.published_on,
    documents.title,
    documents.byline,
    documents.language,
    captures.origin,
    captures.retrieved_at,
    captures.media_type,
    blobs.byte_length,
    captures.sha256,
    length(documents.text) AS text_length,
    documents.text_sha256,
    documents.not_analysed,
    (SELECT count(*) FROM claims WHERE claims.capture_id = captures.capture_id) AS claims,
    containers.origin AS container,
    containers.sha256 AS container_sha256,
    takedowns.taken_down_at,
    captures.tool,
    derivations.extractor
FROM captures
JOIN articles ON articles.article_id = captures.article_id
JOIN blobs ON blobs.sha256 = captures.sha256
LEFT JOIN documents ON documents.capture_id = captures.capture_id -- none where it was taken down
LEFT JOIN derivations ON derivations.capture_id = captures.capture_id
LEFT JOIN containers ON containers.container_id = captures.container_id
LEFT JOIN takedowns ON takedowns.sha256 = captures.sha256
ORDER BY captures.capture_id;
