-- The first page of each table and index; views and virtual tables have none.
SELECT type || ' ' || name AS name, rootpage FROM sqlite_schema WHERE rootpage > 0 ORDER BY rootpage
