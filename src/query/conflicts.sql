-- Counts that do not go together, conflicts before tensions, those within one article before those between two.
WITH spellings (spelling) AS (
    SELECT :place WHERE :place IS NOT NULL
    UNION
    SELECT every_spelling.spelling
    FROM name_variants AS as_asked
    JOIN name_variants AS every_spelling
        ON every_spelling.name_kind = as_asked.name_kind AND every_spelling.name = as_asked.name
    WHERE as_asked.name_kind = 'place' AND as_asked.spelling = :place COLLATE NOCASE
)
SELECT incidents.place, incidents.date_from, incidents.date_to, conflicts.*
FROM incidents
CROSS JOIN conflicts ON conflicts.incident = incidents.incident
WHERE (:incident IS NULL OR incidents.incident = :incident)
    AND (:measure IS NULL OR conflicts.measure = :measure)
    AND (:place IS NULL OR incidents.place IN (SELECT spelling FROM spellings))
    AND (:from IS NULL OR substr(coalesce(incidents.date_to, '9999') || '-99-99', 1, 10) >= :from)
    AND (:to IS NULL OR substr(incidents.date_from || '-01-01', 1, 10) <= :to)
    AND (:publisher IS NULL
        OR instr(lower(publisher), lower(:publisher)) > 0 OR instr(lower(other_publisher), lower(:publisher)) > 0)
    AND (:source IS NULL
        OR instr(lower(source), lower(:source)) > 0 OR instr(lower(other_source), lower(:source)) > 0)
ORDER BY agreement, incidents.incident, conflicts.measure, article_id <> other_article_id, claim_id, other_claim_id
LIMIT :limit;
