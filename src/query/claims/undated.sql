-- One page of the counts and events of latest versions for which no day is told: they belong to no incident.
WITH chosen AS MATERIALIZED (
    SELECT claims.claim_id
    FROM claims
    CROSS JOIN captures ON captures.capture_id = claims.capture_id
    WHERE claims.date_from IS NULL AND claims.date_to IS NULL AND claims.kind <> 'statement'
        AND NOT EXISTS (
            SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
        )
    ORDER BY claims.claim_id
    LIMIT :limit OFFSET :offset
)
SELECT told.*, captures.sha256
FROM chosen
CROSS JOIN claims_with_sources AS told ON told.claim_id = chosen.claim_id
JOIN captures ON captures.capture_id = told.capture_id
ORDER BY told.claim_id;
