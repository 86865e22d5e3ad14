-- Ingests that have no seal.
SELECT ingest_id AS subject_id FROM ingests
WHERE ingest_id NOT IN (SELECT subject_id FROM seals WHERE subject = 'ingests' AND subject_id IS NOT NULL)
ORDER BY ingest_id
