-- The indexes in temporary tables of their own, over the titles and texts where they are.
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

CREATE TEMP VIEW indexed_parts AS
SELECT capture_id, title, text FROM main.documents JOIN main.wordings USING (capture_id) WHERE in_parts = 1;
CREATE VIRTUAL TABLE temp.copied_parts USING fts5(
    title, text,
    content = 'indexed_parts', content_rowid = 'capture_id', tokenize = 'trigram'
);
DELETE FROM temp.copied_parts_data;
DELETE FROM temp.copied_parts_idx;
DELETE FROM temp.copied_parts_docsize;
INSERT INTO temp.copied_parts_data SELECT * FROM main.article_search_parts_data;
INSERT INTO temp.copied_parts_idx SELECT * FROM main.article_search_parts_idx;
INSERT INTO temp.copied_parts_docsize SELECT * FROM main.article_search_parts_docsize;
