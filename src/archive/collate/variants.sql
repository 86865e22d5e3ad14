-- The spellings that share a sound.
SELECT spelling, name, sound, occurrences
FROM name_variants
WHERE name_kind = :name_kind AND sound = :sound
ORDER BY spelling
