-- The events that a claim can tell of.
SELECT event AS word FROM events ORDER BY rowid;
