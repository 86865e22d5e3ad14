-- Removes what is known of copies, children first.
DELETE FROM copies;
DELETE FROM fingerprints;
DELETE FROM wordings;
