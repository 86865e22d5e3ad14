-- The spellings of one name.
SELECT spelling, name, sound, occurrences
FROM name_variants INDEXED BY name_variants_by_name -- the primary key would look at all spellings of the kind
WHERE name_kind = :name_kind AND name = :name
