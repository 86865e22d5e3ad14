-- Compares the index with the titles and texts that it is of; an error tells that they differ.
INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1);
