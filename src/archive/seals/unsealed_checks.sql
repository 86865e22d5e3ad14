-- Checks that have no seal.
SELECT check_id AS subject_id FROM checks
WHERE check_id NOT IN (SELECT subject_id FROM seals WHERE subject = 'checks' AND subject_id IS NOT NULL)
ORDER BY check_id
