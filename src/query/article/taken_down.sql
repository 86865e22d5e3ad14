-- The order by which one version of an article was erased.
SELECT articles.identity AS article, takedowns.taken_down_at, takedowns.ordered_by, takedowns.reason
FROM captures
JOIN articles ON articles.article_id = captures.article_id
JOIN takedowns ON takedowns.sha256 = captures.sha256
WHERE captures.capture_id = :capture_id;
