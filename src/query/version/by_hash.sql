-- The captures whose bytes have the hash that is or begins with :digits, the first to be stored first.
SELECT captures.capture_id, captures.article_id, captures.sequence AS version, captures.sha256, captures.origin,
    captures.retrieved_at, captures.media_type, articles.identity AS article,
    EXISTS (SELECT 1 FROM takedowns WHERE takedowns.sha256 = captures.sha256) AS is_taken_down
FROM captures
JOIN articles ON articles.article_id = captures.article_id
WHERE captures.sha256 >= :digits AND captures.sha256 < :digits || 'g' -- g follows the last hexadecimal digit
ORDER BY captures.capture_id
LIMIT 20;
