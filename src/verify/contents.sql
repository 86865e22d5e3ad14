-- The list of contents.
SELECT name, position, kind, description FROM archive_contents ORDER BY position
