-- The spellings of all captures, and the places of all claims.
SELECT name_kind, spelling, sum(occurrences) AS occurrences FROM mentions GROUP BY name_kind, spelling
UNION ALL
SELECT DISTINCT 'place', place_name, 0 FROM claims WHERE place_name IS NOT NULL
