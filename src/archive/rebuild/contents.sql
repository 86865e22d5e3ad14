-- The list of tables and views.
SELECT position, name, kind, description FROM archive_contents ORDER BY position
