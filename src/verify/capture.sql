-- One capture with its article, even where the article is gone.
SELECT articles.identity, captures.sequence, captures.sha256, captures.origin, captures.retrieved_at,
       captures.media_type, captures.given_metadata, captures.tool, captures.container_id, captures.record
FROM captures
LEFT JOIN articles ON articles.article_id = captures.article_id
WHERE captures.capture_id = :capture_id
