-- The pairs of figures that cannot both be right, or hardly so; of the latest versions.
SELECT incident, claim_id, other_claim_id, agreement, measure, unit, figure, other_figure
FROM conflicts
ORDER BY incident, measure, claim_id, other_claim_id;
