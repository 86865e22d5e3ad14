-- The articles whose text or title has these words. Bound by position.
SELECT DISTINCT articles.identity
FROM documents
JOIN captures ON captures.capture_id = documents.capture_id
JOIN articles ON articles.article_id = captures.article_id
WHERE instr(documents.text, ?1) > 0 OR instr(documents.title, ?1) > 0
ORDER BY articles.identity
