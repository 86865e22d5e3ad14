-- What tools from elsewhere proposed, every set of every tool.
SELECT
    proposals.set_id,
    proposals.ordinal,
    proposal_sets.proposed_by,
    proposal_sets.sequence,
    proposal_sets.imported_at,
    proposal_sets.file_sha256,
    proposal_sets.capture_id,
    captures.sha256,
    proposals.kind,
    proposals.measure,
    proposals.event,
    proposals.low,
    proposals.high,
    proposals.qualifier,
    proposals.unit,
    proposals.counted_group,
    proposals.actor,
    proposals.target,
    proposals.relation,
    proposals.date_from,
    proposals.date_to,
    proposals.place,
    proposals.source,
    proposals.via,
    proposals.cue,
    proposals.direct,
    proposals.polarity,
    proposals.modality,
    proposals.quote,
    proposals.start_offset,
    proposals.end_offset,
    proposals.further
FROM chosen AS captures
CROSS JOIN proposal_sets ON proposal_sets.capture_id = captures.capture_id
CROSS JOIN proposals ON proposals.set_id = proposal_sets.set_id
ORDER BY proposals.set_id, proposals.ordinal;
