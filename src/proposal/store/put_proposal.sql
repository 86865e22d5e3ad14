-- A new proposal.
INSERT INTO proposals
    (set_id, ordinal, kind, measure, event, low, high, qualifier, unit, counted_group, actor, target, relation, date_from,
     date_to, place, source, via, cue, direct, resolved, polarity, modality, quote, start_offset, end_offset, further)
VALUES
    (:set_id, :ordinal, :kind, :measure, :event, :low, :high, :qualifier, :unit, :counted_group, :actor, :target, :relation,
     :date_from, :date_to, :place, :source, :via, :cue, :direct, :resolved, :polarity, :modality, :quote, :start_offset,
     :end_offset, :further);
