-- The stored spellings, each described as the comparison describes them.
SELECT name_kind, spelling AS name,
       'a spelling of ' || name || ', sound ' || sound || ', ' || occurrences || ' times' AS described
FROM name_variants
