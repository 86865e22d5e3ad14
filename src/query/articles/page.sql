-- One page of the articles in their latest version, the latest published first.
SELECT captures.sha256, documents.publisher, documents.published_on, documents.title, articles.identity AS article,
    captures.sequence AS versions, captures.retrieved_at
FROM documents
CROSS JOIN captures ON captures.capture_id = documents.capture_id
JOIN articles ON articles.article_id = captures.article_id
WHERE (:publisher IS NULL OR documents.publisher = :publisher)
    AND NOT EXISTS (
        SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
    )
ORDER BY documents.published_on DESC, documents.capture_id DESC
LIMIT :limit OFFSET :offset;
