-- Each spelling, behind the kind of its name, that people put under another name, and that name.
SELECT json_group_object(reviewed.name_kind || ' ' || reviewed.spelling, reviewed.name) AS found
FROM reviewed_name_variants AS reviewed
JOIN name_variants ON name_variants.name_kind = reviewed.name_kind AND name_variants.spelling = reviewed.spelling
WHERE reviewed.name <> name_variants.name AND EXISTS (SELECT 1 FROM identity_reviews)
