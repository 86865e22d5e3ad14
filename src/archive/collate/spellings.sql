-- The spellings of one name.
SELECT spelling, name, sound, occurrences
FROM name_variants
WHERE name_kind = :name_kind AND name = :name
ORDER BY spelling
