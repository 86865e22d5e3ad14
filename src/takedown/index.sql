-- Makes the full-text index anew from the documents that are left: what is only marked as deleted would still be in the file.
INSERT INTO article_search (article_search) VALUES ('rebuild');
