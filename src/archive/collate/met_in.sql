-- The spellings of one capture, and the places of its claims.
SELECT name_kind, spelling, occurrences FROM mentions WHERE capture_id = :capture_id
UNION ALL
SELECT DISTINCT 'place', place_name, 0 FROM claims WHERE capture_id = :capture_id AND place_name IS NOT NULL
