-- The names of the places of one capture's claims.
SELECT DISTINCT name_variants.name
FROM claims
JOIN name_variants ON name_variants.name_kind = 'place' AND name_variants.spelling = claims.place_name
WHERE claims.capture_id = :capture_id
