-- Takes a document out of the full-text index, which has to be told the words that it was added with.
INSERT INTO article_search (article_search, rowid, title, text)
SELECT 'delete', capture_id, title, text FROM documents WHERE capture_id = :capture_id
