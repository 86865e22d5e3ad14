-- Removes a name that has no spellings.
DELETE FROM names
WHERE name_kind = :name_kind AND name = :name
  AND NOT EXISTS (
      SELECT 1 FROM name_variants WHERE name_variants.name_kind = :name_kind AND name_variants.name = :name
  )
