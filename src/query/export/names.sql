-- The spellings of names.
SELECT name_kind, spelling, name, occurrences
FROM name_variants
ORDER BY name_kind, name, spelling;
