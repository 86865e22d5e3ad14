-- The sentences of one version of an article, in order.
SELECT substr(documents.text, sentences.start_offset + 1, sentences.end_offset - sentences.start_offset) AS sentence
FROM sentences
JOIN documents ON documents.capture_id = sentences.capture_id
WHERE sentences.capture_id = :capture_id
ORDER BY sentences.ordinal;
