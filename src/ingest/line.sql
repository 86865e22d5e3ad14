-- What is told of one stored version of an article.
SELECT captures.sha256, captures.origin, documents.publisher, documents.published_on, documents.title, documents.language, documents.not_analysed,
       (SELECT count(*) FROM claims WHERE claims.capture_id = captures.capture_id) AS claims
FROM captures
LEFT JOIN documents ON documents.capture_id = captures.capture_id
WHERE captures.capture_id = :capture_id
