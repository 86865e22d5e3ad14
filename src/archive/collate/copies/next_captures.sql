-- The next captures that have a document.
SELECT capture_id FROM documents WHERE capture_id > :after ORDER BY capture_id LIMIT :most
