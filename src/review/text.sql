-- The text of one version of an article, and the hash of its bytes.
SELECT captures.sha256, documents.text
FROM captures
JOIN documents ON documents.capture_id = captures.capture_id
WHERE captures.capture_id = :capture_id
