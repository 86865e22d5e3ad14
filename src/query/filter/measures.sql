-- The measures that a count can have.
SELECT measure AS word FROM measures ORDER BY rowid;
