-- Where each spelling stands.
SELECT mentions.capture_id, mentions.name_kind, mentions.spelling, mentions.first_offset, mentions.occurrences
FROM mentions
JOIN captures ON captures.capture_id = mentions.capture_id
WHERE :every_version OR NOT EXISTS (
    SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
)
ORDER BY mentions.capture_id, mentions.name_kind, mentions.spelling;
