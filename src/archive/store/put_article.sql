-- A new article; one that was left without versions is taken up again.
INSERT INTO articles (identity) VALUES (:identity)
ON CONFLICT (identity) DO UPDATE SET identity = excluded.identity
RETURNING article_id
