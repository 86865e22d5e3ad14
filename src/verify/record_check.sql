-- One verification. Its number is new even where the row of an earlier check was removed and left its coverage or findings.
INSERT INTO checks (check_id, started_at, finished_at, tool, log_size, log_root, captures_checked, findings_count)
SELECT 1 + coalesce(max(taken.check_id), 0), :started_at, :finished_at, :tool, :log_size, :log_root, :captures_checked, :findings_count
FROM (
    SELECT check_id FROM checks
    UNION ALL SELECT check_id FROM coverage
    UNION ALL SELECT check_id FROM findings
) AS taken
RETURNING check_id
