-- Adds documents to the full-text index of parts of words, likewise in one statement.
INSERT INTO article_search_parts (rowid, title, text)
SELECT documents.capture_id, documents.title, documents.text
FROM json_each(:capture_ids) AS new -- JSON: a list of numbers, the lowest first
CROSS JOIN documents ON documents.capture_id = new.value
