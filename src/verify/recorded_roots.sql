-- The roots that earlier checks of a sound log recorded, each once.
SELECT log_size, log_root, min(finished_at) AS finished_at
FROM checks
WHERE log_size > 0
  AND NOT EXISTS (SELECT 1 FROM findings WHERE findings.check_id = checks.check_id AND findings.code GLOB 'log-*')
GROUP BY log_size, log_root
ORDER BY log_size
