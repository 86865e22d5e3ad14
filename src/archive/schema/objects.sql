-- Everything in the schema: the definition, or the table where SQLite made the index by itself.
SELECT type, name, coalesce(sql, 'on ' || tbl_name) AS definition
FROM sqlite_schema
WHERE name NOT GLOB 'sqlite_stat[0-9]'
ORDER BY type, name
