-- One checkpoint.
INSERT INTO checkpoints (origin, log_size, log_root, note, verifier_keys, made_at, tool)
VALUES (:origin, :log_size, :log_root, :note, :verifier_keys, :made_at, :tool)
RETURNING checkpoint_id
