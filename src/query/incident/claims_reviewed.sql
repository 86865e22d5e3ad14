-- One page of the claims of one incident as they stand after review: counts before events before statements, each in order of publication.
SELECT
    told.kind, told.what, told.figure, told.unit, told.actor, told.target, told.counted_group, told.relation, told.date, told.place,
    told.source, told.source_type, told.via, told.polarity, told.modality, told.quote, told.publisher, told.published_on,
    told.title, told.article, told.claim_key, captures.sha256,
    told.review, told.reviewers, told.review_note
FROM wanted
CROSS JOIN claims_with_sources AS told ON told.claim_id = wanted.claim_id
JOIN captures ON captures.capture_id = told.capture_id
WHERE :kind IS NULL OR told.kind = :kind
ORDER BY told.kind = 'statement', told.kind = 'event', told.measure, told.published_on, told.article_id, told.start_offset
LIMIT :limit OFFSET :offset;
