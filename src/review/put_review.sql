-- One review.
INSERT INTO reviews (
    claim_key, sha256, decision, kind, measure, event, low, high, qualifier, unit, counted_group, group_class,
    actor, target, relation, date_from, date_to, place, place_name, source, source_type, via, cue, direct,
    polarity, modality, quote, start_offset, end_offset, plausible_low, plausible_high, seen, note, reviewer,
    reviewed_at, tool
)
VALUES (
    :claim_key, :sha256, :decision, :kind, :measure, :event, :low, :high, :qualifier, :unit, :counted_group,
    :group_class, :actor, :target, :relation, :date_from, :date_to, :place, :place_name, :source,
    :source_type, :via, :cue, :direct, :polarity, :modality, :quote, :start_offset, :end_offset,
    :plausible_low, :plausible_high, :seen, :note, :reviewer, :reviewed_at, :tool
)
RETURNING review_id
