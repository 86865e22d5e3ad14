-- What is said to have happened, day by day; claims that say the same of one place and day are one line.
SELECT
    timeline.day,
    timeline.until,
    timeline.date,
    timeline.place,
    timeline.what,
    timeline.figure,
    timeline.unit,
    timeline.polarity,
    timeline.modality,
    count(DISTINCT timeline.publisher) AS publishers,
    count(*) AS claims,
    -- The words and the source of the first of them.
    min(timeline.claim_id) AS claim_id,
    timeline.publisher AS first_publisher,
    timeline.source AS first_source,
    timeline.actor,
    timeline.target,
    timeline.quote
FROM wanted
CROSS JOIN timeline ON timeline.claim_id = wanted.claim_id
GROUP BY timeline.day, timeline.until, timeline.date, timeline.place, timeline.what, timeline.figure, timeline.unit, timeline.polarity, timeline.modality
ORDER BY timeline.day IS NULL, timeline.day, timeline.until, timeline.place, publishers DESC, timeline.what, claim_id
LIMIT :limit;
