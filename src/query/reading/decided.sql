-- The claims of latest versions that people decided about, each as a list of its values.
SELECT json_group_array(json_array(
    incident, publisher, published_on, title, kind, measure, event, what, figure, low, high, qualifier, unit,
    counted_group, actor, target, relation, date_from, date_to, date, place, known_place, source, source_type, via,
    cue, direct, resolved, polarity, modality, quote, sentence, date_basis, place_basis, source_basis, rule,
    article, article_id, version, capture_id, claim_id, claim_key, start_offset, end_offset, group_class,
    plausible_low, plausible_high, reading, review, reviewers, review_note, machine, machine_reading, place_name
)) AS found
FROM decided_claims
WHERE NOT EXISTS (
    SELECT 1 FROM captures AS later
    WHERE later.article_id = decided_claims.article_id AND later.sequence > decided_claims.version
)
