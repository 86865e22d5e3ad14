-- All sets of proposals.
SELECT * FROM proposal_sets ORDER BY set_id;
