-- The captures with the wording of one text, the earliest first.
SELECT
    same.capture_id, same.wording_sha256, same.words,
    captures.sha256, documents.published_on
FROM wordings
CROSS JOIN wordings AS same ON same.wording_sha256 = wordings.wording_sha256
CROSS JOIN captures ON captures.capture_id = same.capture_id
CROSS JOIN articles ON articles.article_id = captures.article_id
CROSS JOIN documents ON documents.capture_id = same.capture_id
WHERE wordings.capture_id = :text
ORDER BY documents.published_on IS NULL, documents.published_on, articles.identity, captures.sequence
