-- The next captures that have a document, but for those whose bytes were taken down: a text of theirs does not belong here.
SELECT documents.capture_id
FROM documents
JOIN captures USING (capture_id)
LEFT JOIN blobs USING (sha256)
WHERE documents.capture_id > :after
  AND (blobs.byte_length IS NOT 0 OR captures.sha256 NOT IN (SELECT sha256 FROM takedowns))
ORDER BY documents.capture_id
LIMIT :most
