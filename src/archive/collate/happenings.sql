-- What is said to have happened at one place, in any of its spellings. When a statement was made is no time of an incident.
SELECT claims.claim_id, name_variants.name AS place, claims.date_from, claims.date_to
FROM name_variants
CROSS JOIN claims ON claims.place_name = name_variants.spelling
WHERE name_variants.name_kind = 'place'
  AND name_variants.name = :place
  AND claims.kind <> 'statement'
  AND (claims.date_from IS NOT NULL OR claims.date_to IS NOT NULL)
ORDER BY claims.claim_id
