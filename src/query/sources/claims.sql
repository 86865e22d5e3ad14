-- One page of the claims that stand on the word of one source.
SELECT told.what, told.figure, told.unit, told.date, told.place, told.via, told.polarity, told.modality, told.quote, told.incident,
    told.publisher, told.published_on, told.title, told.article, told.source, told.source_type, told.claim_key, captures.sha256
FROM claims AS relying
CROSS JOIN claims_with_sources AS told ON told.claim_id = relying.claim_id
JOIN captures ON captures.capture_id = told.capture_id
WHERE relying.source = :source
ORDER BY told.published_on, told.article_id, told.start_offset
LIMIT :limit OFFSET :offset;
