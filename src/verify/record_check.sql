-- One verification.
INSERT INTO checks (started_at, finished_at, tool, log_size, log_root, captures_checked, findings_count)
VALUES (:started_at, :finished_at, :tool, :log_size, :log_root, :captures_checked, :findings_count)
RETURNING check_id
