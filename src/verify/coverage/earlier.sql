-- What earlier checks made again, the newest first.
SELECT coverage.first_capture_id, coverage.last_capture_id, checks.finished_at
FROM coverage
JOIN checks ON checks.check_id = coverage.check_id
WHERE coverage.depth = 'derived'
ORDER BY coverage.check_id DESC, coverage.first_capture_id DESC
