-- The claims, each with its article: a column with a stop in its name is a part of what stands before the stop.
SELECT
    claims.claim_key,
    claims.kind,
    claims.measure,
    claims.event,
    claims.figure,
    claims.low,
    claims.high,
    claims.qualifier,
    claims.unit,
    claims.counted_group,
    claims.actor,
    claims.target,
    claims.relation,
    claims.date_from,
    claims.date_to,
    claims.place,
    claims.known_place,
    claims.source,
    claims.source_type,
    claims.via,
    claims.cue,
    claims.direct,
    claims.resolved,
    claims.polarity,
    claims.modality,
    claims.quote,
    claims.start_offset,
    claims.end_offset,
    claims.sentence,
    claims.incident,
    claims.rule,
    claims.article AS "article.identity",
    documents.url AS "article.url",
    claims.title AS "article.title",
    claims.publisher AS "article.publisher",
    claims.published_on AS "article.published_on",
    claims.version AS "article.version",
    captures.origin AS "article.origin",
    captures.retrieved_at AS "article.retrieved_at",
    captures.sha256 AS "article.sha256",
    documents.text_sha256 AS "article.text_sha256",
    derivations.extractor AS "article.extractor"
FROM captures
CROSS JOIN claims_of_every_version AS claims ON claims.capture_id = captures.capture_id
JOIN documents ON documents.capture_id = captures.capture_id
LEFT JOIN derivations ON derivations.capture_id = captures.capture_id
WHERE :every_version OR NOT EXISTS (
    SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
)
ORDER BY captures.capture_id, claims.start_offset, claims.end_offset, claims.claim_id;
