-- Counts of one incident that do not go together: conflicts before tensions, what was edited in a copy last; those within one article before those between two.
SELECT incidents.place, incidents.date_from, incidents.date_to, conflicts.*
FROM conflicts
JOIN incidents ON incidents.incident = conflicts.incident
WHERE conflicts.incident = :incident
    AND (:measure IS NULL OR conflicts.measure = :measure)
    AND (:publisher IS NULL
        OR instr(lower(publisher), lower(:publisher)) > 0 OR instr(lower(other_publisher), lower(:publisher)) > 0)
    AND (:source IS NULL
        OR instr(lower(source), lower(:source)) > 0 OR instr(lower(other_source), lower(:source)) > 0)
ORDER BY conflicts.measure, agreement = 'edited', agreement, article_id <> other_article_id, claim_id, other_claim_id
LIMIT :limit;
