-- The claims, each with the hash of the bytes that it was read from.
SELECT
    claims.claim_id,
    claims.claim_key,
    claims.capture_id,
    claims.article,
    claims.version,
    captures.sha256,
    claims.publisher,
    claims.published_on,
    claims.kind,
    claims.measure,
    claims.event,
    claims.figure,
    claims.low,
    claims.high,
    claims.qualifier,
    claims.unit,
    claims.counted_group,
    claims.group_class,
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
    claims.date_basis,
    claims.place_basis,
    claims.source_basis,
    claims.rule
FROM captures
CROSS JOIN claims_of_every_version AS claims ON claims.capture_id = captures.capture_id
WHERE :every_version OR NOT EXISTS (
    SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
)
ORDER BY captures.capture_id, claims.start_offset, claims.end_offset, claims.claim_id;
