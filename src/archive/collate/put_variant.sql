-- A spelling and the name that it is of, new or changed.
INSERT INTO name_variants (name_kind, spelling, name, sound, occurrences)
VALUES (:name_kind, :spelling, :name, :sound, :occurrences)
ON CONFLICT (name_kind, spelling) DO UPDATE SET
    name = excluded.name, sound = excluded.sound, occurrences = excluded.occurrences
