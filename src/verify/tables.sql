-- All tables. The full-text index itself is compared with its texts in a step of its own; the tables that it lies in are among these.
SELECT name FROM sqlite_schema
WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL TABLE%'
UNION ALL
SELECT 'sqlite_schema'
ORDER BY name
