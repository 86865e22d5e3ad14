-- The versions of articles that a person may mean, the most literal reading first.
SELECT
    CASE
        WHEN CAST(article_id AS TEXT) = :asked THEN 1
        WHEN article = :asked OR origin = :asked THEN 2
        WHEN length(:asked) >= 4 AND substr(sha256, 1, length(:asked)) = lower(:asked) THEN 3
        WHEN lower(title) = lower(:asked) THEN 4
        WHEN instr(lower(title), lower(:asked)) > 0 THEN 5
        WHEN instr(lower(article), lower(:asked)) > 0 OR instr(lower(origin), lower(:asked)) > 0 THEN 6
    END AS reading,
    article_id, version, capture_id, publisher, published_on, title, article, sha256
FROM (
    SELECT captures.article_id, captures.sequence AS version, captures.capture_id, captures.origin, captures.sha256,
        articles.identity AS article, documents.publisher, documents.published_on, documents.title
    FROM captures
    JOIN articles ON articles.article_id = captures.article_id
    LEFT JOIN documents ON documents.capture_id = captures.capture_id -- none where it was taken down
)
WHERE reading IS NOT NULL
ORDER BY reading, article_id, version DESC
LIMIT 200;
