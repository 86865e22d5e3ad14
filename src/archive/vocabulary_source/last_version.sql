-- The last version of one file, and what it was. Bound by position.
SELECT version, content FROM vocabulary_sources WHERE name = ? ORDER BY version DESC LIMIT 1
