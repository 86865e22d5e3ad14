-- One page of the names, the most often written first, each with all of its spellings.
SELECT
    name_kind AS kind, name, count(*) AS spellings, sum(occurrences) AS occurrences,
    group_concat(spelling, ' · ' ORDER BY occurrences DESC, spelling) AS spelled
FROM name_variants
WHERE (:kind IS NULL OR name_kind = :kind)
    AND (:spelling IS NULL OR (name_kind, name) IN (
        SELECT asked.name_kind, asked.name FROM name_variants AS asked
        WHERE instr(lower(asked.spelling), lower(:spelling)) > 0
    ))
GROUP BY name_kind, name
ORDER BY sum(occurrences) DESC, name, name_kind
LIMIT :limit OFFSET :offset;
