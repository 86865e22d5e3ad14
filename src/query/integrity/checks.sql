-- The last verifications that were run, the latest first.
SELECT check_id, finished_at, tool, log_size, log_root, captures_checked, findings_count
FROM checks
ORDER BY check_id DESC
LIMIT :limit OFFSET :offset;
