-- What was found, the best match first.
SELECT
    substr(captures.sha256, 1, 12) AS hash,
    documents.publisher,
    documents.published_on,
    documents.title,
    coalesce(
        (
            SELECT snippet(article_search, 1, '«', '»', '…', 24)
            FROM article_search WHERE article_search MATCH coalesce(:words, '""') AND article_search.rowid = found.capture_id
        ),
        (
            SELECT substr('…', 1, at > 17) || substr(documents.text, max(at - 16, 1), min(at - 1, 16))
                || '«' || substr(documents.text, at, length(:part)) || '»' || substr(documents.text, at + length(:part), 32) || '…'
            FROM (SELECT instr(lower(documents.text), :part) AS at) WHERE at > 0
        ),
        substr(documents.text, 1, 48) || '…'
    ) AS passage,
    round(-found.score, 3) AS score, -- greater is better
    articles.identity AS article,
    captures.article_id,
    captures.capture_id
FROM found
JOIN captures ON captures.capture_id = found.capture_id
JOIN articles ON articles.article_id = captures.article_id
JOIN documents ON documents.capture_id = found.capture_id
WHERE (:publisher IS NULL OR instr(lower(documents.publisher), lower(:publisher)) > 0)
    AND (:from IS NULL OR documents.published_on >= :from)
    AND (:to IS NULL OR documents.published_on <= :to)
ORDER BY found.score, found.capture_id
LIMIT :limit;
