-- What people decided about a claim; `reads` has the values as they left it, where they corrected or added it.
, decided AS (
    SELECT
        states.claim_key, states.review, states.reviewers, states.review_note, states.reviewed_at,
        CASE WHEN states.review IN ('corrected', 'added') THEN json_object(
            'kind', kind, 'measure', measure, 'event', event, 'low', low, 'high', high, 'qualifier', qualifier, 'unit', unit,
            'counted_group', counted_group, 'actor', actor, 'target', target, 'relation', relation, 'date_from', date_from,
            'date_to', date_to, 'place', place, 'place_name', place_name, 'source', source, 'source_type', source_type, 'via', via,
            'cue', cue, 'direct', direct, 'polarity', polarity, 'modality', modality
        ) END AS reads, -- JSON
        reviews.seen -- JSON, likewise, as the program read it; NULL where it had not found it
    FROM review_states AS states
    JOIN reviews ON reviews.review_id = states.review_id
)
