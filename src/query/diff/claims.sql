-- The claims of one version of an article, each in one line that says all that can change about it.
SELECT
    what || ' ' || coalesce(figure || ' ', '')
        || '“' || quote || '”'
        || coalesce(' of ' || date, '') || coalesce(' in ' || place, '')
        || coalesce(' on the word of ' || source, '') || coalesce(' via ' || via, '')
        || CASE polarity WHEN 'denied' THEN ', denied' ELSE '' END
        || CASE modality WHEN 'fact' THEN '' ELSE ', ' || modality END AS claim
FROM claims_of_every_version
WHERE capture_id = :capture_id
ORDER BY start_offset, end_offset, claim_id;
