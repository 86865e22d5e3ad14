-- The texts that the offsets of claims and mentions count in.
SELECT documents.capture_id, captures.sha256, documents.text_sha256, documents.text
FROM documents
JOIN captures ON captures.capture_id = documents.capture_id
WHERE :every_version OR NOT EXISTS (
    SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
)
ORDER BY documents.capture_id;
