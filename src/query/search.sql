-- Articles in their latest version that have the words, the best match first; a word in the title counts four times.
SELECT
    substr(captures.sha256, 1, 12) AS hash,
    documents.publisher,
    documents.published_on,
    documents.title,
    snippet(article_search, 1, '«', '»', '…', 24) AS passage,
    round(-bm25(article_search, 4.0, 1.0), 3) AS score, -- greater is better
    articles.identity AS article,
    captures.article_id,
    captures.capture_id
FROM article_search
JOIN captures ON captures.capture_id = article_search.rowid
JOIN articles ON articles.article_id = captures.article_id
JOIN documents ON documents.capture_id = captures.capture_id
WHERE article_search MATCH :words
    AND NOT EXISTS (
        SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
    )
    AND (:publisher IS NULL OR instr(lower(documents.publisher), lower(:publisher)) > 0)
    AND (:from IS NULL OR documents.published_on >= :from)
    AND (:to IS NULL OR documents.published_on <= :to)
ORDER BY bm25(article_search, 4.0, 1.0), captures.capture_id
LIMIT :limit;
