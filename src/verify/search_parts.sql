-- Compares the index of parts of words with the titles and texts that it is of; an error tells that they differ.
INSERT INTO temp.copied_parts (copied_parts, rank) VALUES ('integrity-check', 1);
