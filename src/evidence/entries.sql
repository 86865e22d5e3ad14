-- The log entries that tell of all versions of an article, the last one that tells what was derived from one of
-- them, and those that tell what people decided about its claims.
SELECT sequence, body
FROM log_entries
WHERE (
        log_kind = 'capture'
        AND json_extract(body, '$.capture_id') IN (
            SELECT others.capture_id
            FROM captures
            JOIN captures AS others ON others.article_id = captures.article_id
            WHERE captures.capture_id = :capture_id
        )
    )
    OR sequence = (
        SELECT max(derivations.sequence)
        FROM log_entries AS derivations
        WHERE derivations.log_kind = 'derivation' AND json_extract(derivations.body, '$.capture_id') = :capture_id
    )
    OR (
        log_kind = 'review'
        AND json_extract(body, '$.sha256') = (SELECT sha256 FROM captures WHERE capture_id = :capture_id)
        AND json_extract(body, '$.review_id') IN (SELECT value FROM json_each(:decisions))
    )
ORDER BY sequence
