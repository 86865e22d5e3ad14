-- One proposal with the tool that made it and the bytes that it is about.
SELECT proposal_sets.proposed_by, captures.sha256, proposals.*
FROM proposals
JOIN proposal_sets ON proposal_sets.set_id = proposals.set_id
JOIN captures ON captures.capture_id = proposal_sets.capture_id
WHERE proposals.set_id = :set_id AND proposals.ordinal = :ordinal
