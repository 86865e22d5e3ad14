-- All checkpoints in the order in which they were made.
SELECT checkpoint_id, origin, log_size, log_root, note, verifier_keys, made_at FROM checkpoints ORDER BY checkpoint_id
