-- The versions of articles that :asked names exactly: by address or path, by where one was found, by hash. The newest first.
SELECT captures.article_id, captures.capture_id, captures.sequence, documents.text_sha256, documents.text
FROM captures
LEFT JOIN documents ON documents.capture_id = captures.capture_id -- none where it was taken down
WHERE captures.article_id IN (SELECT article_id FROM articles WHERE identity = :asked)
    OR (captures.origin = :asked AND NOT EXISTS (SELECT 1 FROM articles WHERE identity = :asked))
    OR captures.sha256 = :asked
ORDER BY captures.article_id, captures.sequence DESC;
