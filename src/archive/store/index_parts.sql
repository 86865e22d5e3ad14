-- Adds a document to the full-text index of parts of words.
INSERT INTO article_search_parts (rowid, title, text)
SELECT capture_id, title, text FROM documents WHERE capture_id = :capture_id
