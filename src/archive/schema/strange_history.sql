-- How many rows of the schema's history the migration runner could not read.
SELECT count(*) AS strange
FROM refinery_schema_history
WHERE typeof(version) <> 'integer'
   OR typeof(name) <> 'text'
   OR checksum GLOB '*[^0-9]*' OR length(checksum) NOT BETWEEN 1 AND 20
   OR applied_on NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'
