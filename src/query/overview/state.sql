-- What is known about whether the archive is sound: the last check, what came after it, and what was signed.
SELECT
    (SELECT count(*) FROM articles) AS articles,
    (SELECT count(*) FROM captures) AS captures,
    (SELECT count(*) FROM incidents) AS incidents,
    last.check_id,
    last.finished_at, -- UTC; NULL where no check was ever run
    last.findings_count,
    (SELECT count(*) FROM log_entries) - last.log_size AS entries_since, -- of the log; NULL likewise
    (SELECT count(*) FROM checkpoints) AS checkpoints
FROM (SELECT 1)
LEFT JOIN (SELECT * FROM checks ORDER BY check_id DESC LIMIT 1) AS last;
