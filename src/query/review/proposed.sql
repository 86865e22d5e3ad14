-- What tools from elsewhere propose for the latest versions, and whether the program or a person has it already.
SELECT
    proposed.set_id || '.' || proposed.ordinal AS proposal, proposed.proposed_by, proposed.publisher, proposed.published_on,
    proposed.title, proposed.kind, proposed.what, proposed.low, proposed.high, proposed.qualifier, proposed.counted_group,
    proposed.source, proposed.via, proposed.date_from, proposed.place, proposed.quote, proposed.is_found,
    EXISTS (
        SELECT 1 FROM reviews
        WHERE reviews.sha256 = captures.sha256 AND reviews.decision = 'add'
            AND reviews.start_offset = proposed.start_offset AND reviews.end_offset = proposed.end_offset
            AND coalesce(reviews.measure, reviews.event, reviews.kind) = proposed.what
    ) AS is_added, -- 1 where a person added a claim of this kind in these words
    captures.sha256, proposed.start_offset
FROM proposed_claims AS proposed
JOIN captures ON captures.capture_id = proposed.capture_id
ORDER BY is_found OR is_added, proposed.set_id, proposed.ordinal
LIMIT :limit OFFSET :offset;
