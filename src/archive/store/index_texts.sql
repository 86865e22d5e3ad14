-- Adds documents to the full-text index, in one statement: at the end of each one that reads what it inserts, the index writes
-- what it has gathered in memory.
INSERT INTO article_search (rowid, title, text)
SELECT documents.capture_id, documents.title, documents.text
FROM json_each(:capture_ids) AS new -- JSON: a list of numbers, the lowest first
CROSS JOIN documents ON documents.capture_id = new.value
