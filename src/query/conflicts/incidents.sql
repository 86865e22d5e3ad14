-- The incidents that the filter keeps, by name.
WITH spellings (spelling) AS (
    SELECT :place WHERE :place IS NOT NULL
    UNION
    SELECT every_spelling.spelling
    FROM name_variants AS as_asked
    JOIN name_variants AS every_spelling
        ON every_spelling.name_kind = as_asked.name_kind AND every_spelling.name = as_asked.name
    WHERE as_asked.name_kind = 'place' AND as_asked.spelling = :place COLLATE NOCASE
)
SELECT incident
FROM incidents
WHERE (:incident IS NULL OR incident = :incident)
    AND (:place IS NULL OR place IN (SELECT spelling FROM spellings))
    AND (:from IS NULL OR substr(coalesce(date_to, '9999') || '-99-99', 1, 10) >= :from)
    AND (:to IS NULL OR substr(date_from || '-01-01', 1, 10) <= :to)
ORDER BY incident;
