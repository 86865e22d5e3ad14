-- One spelling.
SELECT spelling, name, sound, occurrences FROM name_variants WHERE name_kind = :name_kind AND spelling = :spelling
