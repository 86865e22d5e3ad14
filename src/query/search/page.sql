-- One page of what was found, the best match first. Passages are made for this page alone, with the words found between the
-- characters 1 and 2.
, shown AS MATERIALIZED (
    SELECT capture_id, score FROM found
    WHERE (:publisher IS NULL OR publisher = :publisher)
        AND (:year IS NULL OR substr(published_on, 1, 4) = :year)
    ORDER BY score, capture_id
    LIMIT :limit OFFSET :offset
)
SELECT captures.sha256, documents.publisher, documents.published_on, documents.title, articles.identity AS article,
    coalesce(
        (
            SELECT snippet(article_search, 1, char(1), char(2), '…', 32)
            FROM article_search WHERE article_search MATCH coalesce(:words, '""') AND article_search.rowid = shown.capture_id
        ),
        (
            SELECT substr('…', 1, at > 33) || substr(documents.text, max(at - 32, 1), min(at - 1, 32))
                || char(1) || substr(documents.text, at, length(:part)) || char(2) || substr(documents.text, at + length(:part), 64) || '…'
            FROM (SELECT instr(lower(documents.text), :part) AS at) WHERE at > 0
        ),
        substr(documents.text, 1, 96) || '…'
    ) AS passage
FROM shown
CROSS JOIN captures ON captures.capture_id = shown.capture_id
CROSS JOIN documents ON documents.capture_id = shown.capture_id
JOIN articles ON articles.article_id = captures.article_id
ORDER BY shown.score, shown.capture_id;
