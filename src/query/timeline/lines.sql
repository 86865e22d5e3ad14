-- The claims in `dated`, those that say the same of one place and day as one line.
SELECT
    timeline.day,
    timeline.until,
    timeline.place,
    timeline.what,
    timeline.figure,
    timeline.unit,
    timeline.polarity,
    timeline.modality,
    timeline.incident,
    count(DISTINCT timeline.publisher) AS publishers,
    count(*) AS claims,
    -- The words and the source of the first of them.
    min(timeline.claim_id) AS claim_id,
    timeline.publisher AS first_publisher,
    timeline.source AS first_source,
    timeline.actor,
    timeline.target,
    timeline.quote,
    captures.sha256,
    dated.claim_key
FROM dated
CROSS JOIN timeline ON timeline.claim_id = dated.claim_id
JOIN captures ON captures.capture_id = dated.capture_id
GROUP BY timeline.day, timeline.until, timeline.place, timeline.what, timeline.figure, timeline.unit, timeline.polarity, timeline.modality
ORDER BY timeline.day IS NULL, timeline.day, timeline.until, timeline.place, publishers DESC, timeline.what, claim_id
LIMIT :limit;
