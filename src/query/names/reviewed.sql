-- Spellings as people grouped them.
WITH name_variants AS MATERIALIZED (
    SELECT name_kind, spelling, occurrences, coalesce(:renamed ->> (name_kind || ' ' || spelling), name) AS name
    FROM main.name_variants
)
