-- The claims of one version of an article, with what is compared of each when another version is laid beside it.
SELECT kind, what, figure, unit, relation, actor, target, counted_group, place, date, polarity, modality, source, via,
    direct, quote, sentence,
    what || ' ' || coalesce(figure || ' ', '')
        || '“' || quote || '”'
        || coalesce(' of ' || date, '') || coalesce(' in ' || place, '')
        || coalesce(' on the word of ' || source, '') || coalesce(' via ' || via, '')
        || CASE polarity WHEN 'denied' THEN ', denied' ELSE '' END
        || CASE modality WHEN 'fact' THEN '' ELSE ', ' || modality END AS line
FROM claims_of_every_version
WHERE capture_id = :capture_id
ORDER BY start_offset, end_offset, claim_id;
