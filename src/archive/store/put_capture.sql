-- A new version of an article.
INSERT INTO captures (article_id, sequence, sha256, origin, retrieved_at, media_type, given_metadata, tool)
VALUES (:article_id, :sequence, :sha256, :origin, :retrieved_at, :media_type, :given_metadata, :tool)
RETURNING capture_id
