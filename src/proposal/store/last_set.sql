-- What the tool proposed last for the capture.
SELECT * FROM proposal_sets WHERE capture_id = ?1 AND proposed_by = ?2 ORDER BY sequence DESC LIMIT 1;
