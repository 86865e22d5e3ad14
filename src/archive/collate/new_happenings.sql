-- What one capture says to have happened, under the names of its places. When a statement was made is no time of an incident.
SELECT claims.claim_id, name_variants.name AS place, claims.date_from, claims.date_to
FROM claims
JOIN name_variants ON name_variants.name_kind = 'place' AND name_variants.spelling = claims.place_name
WHERE claims.capture_id = :capture_id
  AND claims.kind <> 'statement'
  AND (claims.date_from IS NOT NULL OR claims.date_to IS NOT NULL)
ORDER BY claims.claim_id
