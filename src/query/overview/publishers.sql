-- Who published how many of the articles, in their latest version, and between which days.
SELECT documents.publisher, count(*) AS articles, min(documents.published_on) AS first_day, max(documents.published_on) AS last_day
FROM captures
CROSS JOIN documents ON documents.capture_id = captures.capture_id
WHERE NOT EXISTS (
    SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
)
GROUP BY documents.publisher
ORDER BY articles DESC, documents.publisher
LIMIT :limit OFFSET :offset;
