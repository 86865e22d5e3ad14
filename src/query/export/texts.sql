-- The texts that the offsets of claims and mentions count in.
SELECT documents.capture_id, captures.sha256, documents.text_sha256, documents.text
FROM documents
JOIN chosen AS captures ON captures.capture_id = documents.capture_id
ORDER BY documents.capture_id;
