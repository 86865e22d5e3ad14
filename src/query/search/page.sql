-- One page of the articles in their latest version that have the words, the best match first. Passages are made for this
-- page alone.
WITH hits AS MATERIALIZED (
    SELECT article_search.rowid AS capture_id, bm25(article_search, 4.0, 1.0) AS score
    FROM article_search
    JOIN captures ON captures.capture_id = article_search.rowid
    JOIN documents ON documents.capture_id = article_search.rowid
    WHERE article_search MATCH :words
        AND NOT EXISTS (
            SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
        )
        AND (:publisher IS NULL OR documents.publisher = :publisher)
        AND (:year IS NULL OR substr(documents.published_on, 1, 4) = :year)
    ORDER BY score, article_search.rowid
    LIMIT :limit OFFSET :offset
)
SELECT captures.sha256, documents.publisher, documents.published_on, documents.title, articles.identity AS article,
    snippet(article_search, 1, char(1), char(2), '…', 32) AS passage -- the words found stand between the two characters
FROM hits
CROSS JOIN article_search ON article_search.rowid = hits.capture_id
CROSS JOIN captures ON captures.capture_id = hits.capture_id
CROSS JOIN documents ON documents.capture_id = hits.capture_id
JOIN articles ON articles.article_id = captures.article_id
WHERE article_search MATCH :words
ORDER BY hits.score, hits.capture_id;
