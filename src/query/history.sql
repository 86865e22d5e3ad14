-- The versions of one article, the oldest first.
SELECT version, substr(sha256, 1, 12) AS hash, retrieved_at, byte_length, claims, title, publisher, published_on, origin,
    media_type, text_length, sha256, is_latest, article, article_id, capture_id
FROM article_versions
WHERE article_id = :article_id
ORDER BY version;
