-- Captures that no entry of the log tells of, as findings name them.
SELECT coalesce(articles.identity, captures.origin) || ', version ' || captures.sequence || ' (capture ' || captures.capture_id || ')'
FROM captures
LEFT JOIN articles ON articles.article_id = captures.article_id
WHERE captures.capture_id NOT IN (
    SELECT CASE WHEN json_valid(body) THEN json_extract(body, '$.capture_id') END AS capture_id
    FROM log_entries
    WHERE log_kind = 'capture' AND capture_id IS NOT NULL
)
ORDER BY captures.capture_id
