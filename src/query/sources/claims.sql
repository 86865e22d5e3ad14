-- One page of the claims that stand on the word of one source. Which articles have them is found by counting, so that only
-- the claims of the page are read.
WITH by_version AS MATERIALIZED (
    SELECT capture_id, count(*) AS claims FROM claims WHERE source = :source GROUP BY capture_id
),
in_order AS (
    SELECT by_version.capture_id, by_version.claims,
        sum(by_version.claims) OVER (ORDER BY documents.published_on, captures.article_id) AS up_to
    FROM by_version
    CROSS JOIN captures ON captures.capture_id = by_version.capture_id
    CROSS JOIN documents ON documents.capture_id = by_version.capture_id
    WHERE NOT EXISTS (
        SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
    )
),
near AS MATERIALIZED (
    SELECT capture_id, up_to - claims AS before
    FROM in_order
    WHERE up_to > :offset AND up_to - claims < :offset + :limit
)
SELECT told.what, told.figure, told.unit, told.date, told.place, told.via, told.polarity, told.modality, told.quote, told.incident,
    told.publisher, told.published_on, told.title, told.article, told.source, told.source_type, told.claim_key, captures.sha256
FROM near
CROSS JOIN claims AS relying ON relying.source = :source AND relying.capture_id = near.capture_id
CROSS JOIN claims_with_sources AS told ON told.claim_id = relying.claim_id
JOIN captures ON captures.capture_id = told.capture_id
ORDER BY told.published_on, told.article_id, told.start_offset
LIMIT :limit OFFSET (SELECT :offset - coalesce(min(before), 0) FROM near);
