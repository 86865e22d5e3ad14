-- What the archive holds and whether it was checked, in one row.
SELECT
    (SELECT count(*) FROM articles) AS articles,
    (SELECT count(DISTINCT publisher) FROM documents) AS publishers,
    (SELECT CASE WHEN min(published_on) = max(published_on) THEN min(published_on)
        ELSE min(published_on) || ' to ' || max(published_on) END FROM documents) AS published, -- NULL where no day is known
    (SELECT count(*) FROM claims) AS claims,
    (SELECT count(*) FROM incidents) AS incidents,
    last.finished_at AS checked_at, -- UTC; NULL where no check was ever run
    coalesce(last.findings_count, 0) AS findings,
    coalesce((SELECT count(*) FROM log_entries) - last.log_size, 0) AS entries_since, -- of the log
    (SELECT count(*) FROM checkpoints) AS checkpoints
FROM (SELECT 1)
LEFT JOIN (SELECT * FROM checks ORDER BY check_id DESC LIMIT 1) AS last;
