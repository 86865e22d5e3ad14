-- Leaves of the reviews of an erased article who decided and when, and of names that no article has any more as much.
UPDATE reviews SET
    kind = NULL, measure = NULL, event = NULL, low = NULL, high = NULL, qualifier = NULL, unit = NULL, counted_group = NULL,
    group_class = NULL, actor = NULL, target = NULL, relation = NULL, date_from = NULL, date_to = NULL, place = NULL,
    place_name = NULL, source = NULL, source_type = NULL, via = NULL, cue = NULL, direct = NULL, polarity = NULL,
    modality = NULL, quote = NULL, start_offset = NULL, end_offset = NULL, plausible_low = NULL, plausible_high = NULL,
    seen = NULL, note = NULL
WHERE sha256 IN (SELECT sha256 FROM takedowns);
UPDATE identity_reviews SET name = NULL, other_name = NULL, note = NULL
WHERE name IS NOT NULL AND EXISTS (
    SELECT 1 FROM (SELECT identity_reviews.name AS word UNION ALL SELECT identity_reviews.other_name) AS words
    WHERE NOT EXISTS (
            SELECT 1 FROM name_variants
            WHERE name_variants.name_kind = identity_reviews.kind AND name_variants.spelling = words.word
        )
        AND NOT EXISTS (SELECT 1 FROM incidents WHERE incidents.incident = words.word)
        AND NOT EXISTS (SELECT 1 FROM claims WHERE claims.claim_key = words.word)
);
