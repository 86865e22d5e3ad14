-- The spellings of all names that people merged with that of :place.
SELECT json_group_array(every_spelling.spelling) AS found
FROM reviewed_name_variants AS as_asked
JOIN reviewed_name_variants AS every_spelling
    ON every_spelling.name_kind = as_asked.name_kind AND every_spelling.name = as_asked.name
WHERE as_asked.name_kind = 'place' AND as_asked.spelling = :place COLLATE NOCASE
    AND EXISTS (SELECT 1 FROM identity_reviews)
