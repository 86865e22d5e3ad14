-- What is known about one version of an article, with its text.
SELECT article_versions.*, documents.url, documents.text_sha256, documents.text
FROM article_versions
JOIN documents ON documents.capture_id = article_versions.capture_id
WHERE article_versions.capture_id = :capture_id
