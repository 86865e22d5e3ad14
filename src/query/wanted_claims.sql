-- The beginning of each question about claims: which claims the filter keeps. A parameter that is NULL keeps everything.
-- One branch of candidates is run, that of the most telling parameter, through an index; kept then checks all of them. What is wanted of these depends on whose reading is asked for.
WITH spellings (spelling) AS (
    SELECT :place WHERE :place IS NOT NULL
    UNION
    SELECT every_spelling.spelling
    FROM name_variants AS as_asked
    JOIN name_variants AS every_spelling
        ON every_spelling.name_kind = as_asked.name_kind AND every_spelling.name = as_asked.name
    WHERE as_asked.name_kind = 'place' AND as_asked.spelling = :place COLLATE NOCASE
    UNION
    SELECT value FROM json_each(:spellings_too) -- of names that people merged with it
),
candidates (claim_id) AS (
    SELECT claim_id FROM incident_claims WHERE incident = :incident
    UNION ALL
    SELECT claim_id FROM incident_claims WHERE incident IN (SELECT value FROM json_each(:incidents_too)) -- merged with it
    UNION ALL
    SELECT claim_id FROM claims WHERE :incident IS NULL AND place_name IN (SELECT spelling FROM spellings)
    UNION ALL
    SELECT claim_id FROM claims WHERE :incident IS NULL AND :place IS NULL AND measure = :measure
    UNION ALL
    SELECT claim_id FROM claims
    WHERE :incident IS NULL AND :place IS NULL AND :measure IS NULL AND :publisher IS NOT NULL
        AND capture_id IN (SELECT capture_id FROM documents WHERE instr(lower(publisher), lower(:publisher)) > 0)
    UNION ALL
    -- In the order of the table, which is that in which all of them are then looked up; an index would give another.
    SELECT claim_id FROM claims NOT INDEXED
    WHERE :incident IS NULL AND :place IS NULL AND :measure IS NULL AND :publisher IS NULL
),
kept (claim_id) AS (
    SELECT claims.claim_id
    FROM candidates
    CROSS JOIN claims ON claims.claim_id = candidates.claim_id
    CROSS JOIN documents ON documents.capture_id = claims.capture_id
    WHERE (:place IS NULL OR claims.place_name IN (SELECT spelling FROM spellings))
        AND (:measure IS NULL OR claims.measure = :measure)
        AND (:event IS NULL OR claims.event = :event)
        AND (:kind IS NULL OR claims.kind = :kind)
        AND (:publisher IS NULL OR instr(lower(documents.publisher), lower(:publisher)) > 0)
        AND (:source IS NULL OR instr(lower(claims.source), lower(:source)) > 0)
        -- What is said to have happened overlaps the days asked for; a month or a year is all of its days.
        AND (:from IS NULL OR (coalesce(claims.date_from, claims.date_to) IS NOT NULL
            AND substr(coalesce(claims.date_to, '9999') || '-99-99', 1, 10) >= :from))
        AND (:to IS NULL OR (coalesce(claims.date_from, claims.date_to) IS NOT NULL
            AND substr(coalesce(claims.date_from, '0000') || '-01-01', 1, 10) <= :to))
)
