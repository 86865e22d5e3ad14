-- What tools proposed for the capture, which quotes it; that they did stays in proposal_sets.
DELETE FROM proposals
WHERE set_id IN (SELECT set_id FROM proposal_sets WHERE capture_id = ?);
