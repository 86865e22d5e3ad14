-- Every decision about claims, the oldest first, with what was corrected.
SELECT
    reviews.reviewed_at, reviews.reviewer, reviews.decision, substr(reviews.claim_key, 1, 12) AS claim, reviews.quote,
    (SELECT group_concat(values_then.key || ': ' || coalesce(values_then.value, 'none') || ' → ' || coalesce(values_now.value, 'none'), '; ')
     FROM json_each(reviews.seen) AS values_then
     JOIN json_each(json_object(
         'kind', kind, 'measure', measure, 'event', event, 'low', low, 'high', high, 'qualifier', qualifier, 'unit', unit,
         'counted_group', counted_group, 'actor', actor, 'target', target, 'relation', relation, 'date_from', date_from,
         'date_to', date_to, 'place', place, 'place_name', place_name, 'source', source, 'source_type', source_type, 'via', via,
         'cue', cue, 'direct', direct, 'polarity', polarity, 'modality', modality
     )) AS values_now ON values_now.key = values_then.key
     WHERE reviews.decision = 'correct' AND values_then.value IS NOT values_now.value) AS correction,
    reviews.note, reviews.kind, reviews.measure, reviews.event, reviews.low, reviews.high, reviews.qualifier, reviews.source,
    reviews.via, reviews.place, reviews.date_from, reviews.date_to, reviews.polarity, reviews.modality, reviews.seen,
    reviews.claim_key, reviews.sha256, reviews.review_id, reviews.tool
FROM reviews
WHERE :claim_key IS NULL OR reviews.claim_key = :claim_key
ORDER BY reviews.review_id;
