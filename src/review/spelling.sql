-- A spelling of a name, as written where it is written so. Bound by position: its kind, and the spelling.
SELECT spelling AS name FROM name_variants
WHERE name_kind = ?1 AND spelling = ?2 COLLATE NOCASE
ORDER BY spelling <> ?2, spelling
