-- Makes the full-text index anew from the documents.
INSERT INTO article_search (article_search) VALUES ('rebuild');
