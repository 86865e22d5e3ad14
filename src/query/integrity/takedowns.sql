-- What was erased by order.
SELECT takedowns.sha256, takedowns.taken_down_at, takedowns.ordered_by, takedowns.reason, articles.identity AS article
FROM takedowns
JOIN captures ON captures.sha256 = takedowns.sha256
JOIN articles ON articles.article_id = captures.article_id
ORDER BY takedowns.taken_down_at DESC
LIMIT 100;
