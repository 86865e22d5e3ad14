-- Adds a document to the full-text index.
INSERT INTO article_search (rowid, title, text)
SELECT capture_id, title, text FROM documents WHERE capture_id = :capture_id
