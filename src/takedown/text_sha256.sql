-- The hash of the text that was read from some bytes. Bound by position: their SHA-256.
SELECT min(documents.text_sha256) AS text_sha256
FROM captures
JOIN documents ON documents.capture_id = captures.capture_id
WHERE captures.sha256 = ?
