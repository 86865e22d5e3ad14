-- The claims, each with the incidents that it is about and the names of those on whose word it stands.
SELECT
    claims.claim_key,
    claims.kind,
    claims.what,
    claims.measure,
    claims.figure,
    claims.low,
    claims.high,
    claims.unit,
    claims.counted_group,
    claims.date_from,
    claims.date,
    claims.place,
    claims.known_place,
    claims.source,
    claims.via,
    claims.direct,
    claims.polarity,
    claims.modality,
    claims.quote,
    claims.start_offset,
    claims.end_offset,
    claims.sentence,
    claims.article,
    claims.version,
    claims.publisher,
    captures.sha256,
    documents.url,
    captures.retrieved_at,
    -- What people added is about one incident at most.
    iif(claims.claim_id < 0, iif(claims.incident IS NULL, '[]', json_array(claims.incident)),
        (SELECT json_group_array(incident ORDER BY incident) FROM incident_claims WHERE incident_claims.claim_id = claims.claim_id))
        AS incidents, -- JSON: a list of their names
    (SELECT json_group_array(json_array(met.name_kind, met.name) ORDER BY met.name_kind, met.name)
     FROM (
        SELECT DISTINCT name_variants.name_kind, name_variants.name
        FROM mentions
        JOIN name_variants
            ON name_variants.name_kind = mentions.name_kind AND name_variants.spelling = mentions.spelling
        WHERE claims.source IS NOT NULL
            AND mentions.capture_id = claims.capture_id AND mentions.name_kind IN ('body', 'person')
            AND instr(claims.source, mentions.spelling) > 0
     ) AS met) AS speakers, -- JSON: a list of kind and name
    decided.review,
    decided.reviewers,
    decided.review_note,
    decided.reads,
    decided.seen
FROM chosen AS captures
CROSS JOIN told AS claims ON claims.capture_id = captures.capture_id
JOIN documents ON documents.capture_id = captures.capture_id
LEFT JOIN decided ON decided.claim_key = claims.claim_key
ORDER BY captures.capture_id, claims.start_offset, claims.end_offset, claims.claim_id;
