-- The articles with their texts.
SELECT
    articles.identity AS article,
    captures.sequence AS version,
    captures.sha256,
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
    documents.text_sha256,
    documents.text
FROM chosen AS captures
JOIN articles ON articles.article_id = captures.article_id
JOIN blobs ON blobs.sha256 = captures.sha256
JOIN documents ON documents.capture_id = captures.capture_id -- none where it was taken down
ORDER BY captures.capture_id;
