-- Makes the full-text indexes anew from the documents that are left: what is only marked as deleted would still be in the file.
INSERT INTO article_search (article_search) VALUES ('rebuild');
INSERT INTO article_search_parts (article_search_parts) VALUES ('rebuild');
