-- One version of an article with its text.
SELECT article_versions.*, documents.text, documents.url,
    (SELECT count(*) FROM captures WHERE captures.article_id = article_versions.article_id) AS versions
FROM article_versions
JOIN documents ON documents.capture_id = article_versions.capture_id
WHERE article_versions.capture_id = :capture_id;
