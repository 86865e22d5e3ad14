-- Articles without versions.
SELECT identity AS stray FROM articles
WHERE NOT EXISTS (SELECT 1 FROM captures WHERE captures.article_id = articles.article_id)
ORDER BY article_id
