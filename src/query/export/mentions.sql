-- Where each spelling stands.
SELECT mentions.capture_id, mentions.name_kind, mentions.spelling, mentions.first_offset, mentions.occurrences
FROM mentions
JOIN chosen AS captures ON captures.capture_id = mentions.capture_id
ORDER BY mentions.capture_id, mentions.name_kind, mentions.spelling;
