-- Which version is a copy of which.
SELECT capture_id, original_capture_id, first_capture_id, kind, percent
FROM copies
ORDER BY capture_id;
