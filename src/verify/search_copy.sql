-- The index in a temporary table of its own, over the titles and texts where they are.
CREATE TEMP VIEW indexed AS SELECT capture_id, title, text FROM main.documents;
CREATE VIRTUAL TABLE temp.copied USING fts5(
    title, text,
    content = 'indexed', content_rowid = 'capture_id', tokenize = 'unicode61 remove_diacritics 2'
);
DELETE FROM temp.copied_data;
DELETE FROM temp.copied_idx;
DELETE FROM temp.copied_docsize;
INSERT INTO temp.copied_data SELECT * FROM main.article_search_data;
INSERT INTO temp.copied_idx SELECT * FROM main.article_search_idx;
INSERT INTO temp.copied_docsize SELECT * FROM main.article_search_docsize;
