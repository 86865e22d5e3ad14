-- Readings by their numbers. Bound by position: the first and the last.
SELECT reading_id, run, capture_id, origin, read_at, outcome, detail, new_capture_id
FROM readings
WHERE reading_id BETWEEN ? AND ?
ORDER BY reading_id
