-- Timestamps that have no seal.
SELECT timestamp_id AS subject_id FROM timestamps
WHERE timestamp_id NOT IN (SELECT subject_id FROM seals WHERE subject = 'timestamps' AND subject_id IS NOT NULL)
ORDER BY timestamp_id
