-- The sentences of one capture, and its title. Bound by position.
SELECT substr(documents.text, sentences.start_offset + 1, sentences.end_offset - sentences.start_offset) AS sentence
FROM sentences
JOIN documents ON documents.capture_id = sentences.capture_id
WHERE sentences.capture_id = ?1
UNION ALL
SELECT title FROM documents WHERE capture_id = ?1 AND title IS NOT NULL
