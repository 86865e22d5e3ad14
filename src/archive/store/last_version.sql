-- An article and its last version.
SELECT articles.article_id, captures.capture_id, captures.sequence, captures.sha256, captures.media_type, captures.given_metadata
FROM articles
JOIN captures ON captures.article_id = articles.article_id
WHERE articles.identity = :identity
ORDER BY captures.sequence DESC
LIMIT 1
