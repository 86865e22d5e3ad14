-- Everything in the schema. What SQLite's own ANALYZE adds is no change of it.
SELECT type, name, sql
FROM sqlite_schema
WHERE name NOT GLOB 'sqlite_stat[0-9]'
ORDER BY type, name
