-- All seals from the first.
SELECT seal_id, subject, subject_id, digest, chain FROM seals ORDER BY seal_id
