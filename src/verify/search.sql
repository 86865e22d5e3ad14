-- Compares the index with the titles and texts that it is of; an error tells that they differ.
INSERT INTO temp.copied (copied, rank) VALUES ('integrity-check', 1);
