-- A new version of an article.
INSERT INTO captures (article_id, sequence, sha256, origin, retrieved_at, media_type, given_metadata, tool, container_id, record)
VALUES (:article_id, :sequence, :sha256, :origin, :retrieved_at, :media_type, :given_metadata, :tool, :container_id, :record)
RETURNING capture_id
