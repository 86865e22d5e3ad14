-- Checkpoints that have no seal.
SELECT checkpoint_id AS subject_id FROM checkpoints
WHERE checkpoint_id NOT IN (SELECT subject_id FROM seals WHERE subject = 'checkpoints' AND subject_id IS NOT NULL)
ORDER BY checkpoint_id
