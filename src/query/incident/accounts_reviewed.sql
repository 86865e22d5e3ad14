-- Every count of one incident as it stands after review, measure by measure, without the sentences around them.
SELECT
    incidents.incident,
    incidents.place AS incident_place,
    incidents.date_from AS incident_from,
    incidents.date_to AS incident_to,
    counts.measure, counts.claim_id, counts.claim_key, counts.figure, counts.low, counts.high, counts.plausible_low,
    counts.plausible_high, counts.qualifier, counts.unit, counts.counted_group, counts.group_class, counts.relation,
    counts.date_from, counts.date_to, counts.known_place, counts.source, counts.source_type, counts.via, counts.polarity,
    counts.modality, counts.quote, counts.article_id, counts.title, counts.publisher, counts.published_on, captures.sha256,
    claims_with_accounts.family, claims_with_accounts.account, counts.review, counts.reviewers
FROM wanted
CROSS JOIN claims_with_sources AS counts ON counts.claim_id = wanted.claim_id
CROSS JOIN claims_with_accounts ON claims_with_accounts.claim_id = wanted.claim_id
JOIN captures ON captures.capture_id = counts.capture_id
JOIN incidents ON incidents.incident = :incident
WHERE counts.measure IS NOT NULL
ORDER BY counts.measure, counts.published_on, counts.article_id, counts.start_offset;
