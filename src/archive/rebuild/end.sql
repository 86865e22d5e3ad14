-- Makes the full-text indexes anew from the documents.
INSERT INTO article_search (article_search) VALUES ('rebuild');
INSERT INTO article_search_parts (article_search_parts) VALUES ('rebuild');
