-- Who is relied on: on whose word claims stand, and through which other outlets they came.
, reliance (source, role, source_type, publisher, article_id, account) AS (
    -- What came through one outlet is one account of the source; otherwise copies of one text are.
    SELECT source, 'source', source_type, publisher, article_id, CASE WHEN via IS NULL THEN family ELSE account END
    FROM wanted
    CROSS JOIN claims_with_sources ON claims_with_sources.claim_id = wanted.claim_id
    CROSS JOIN claims_with_accounts ON claims_with_accounts.claim_id = wanted.claim_id
    WHERE source IS NOT NULL
    UNION ALL
    SELECT via, 'outlet', 'media', publisher, article_id, family
    FROM wanted
    CROSS JOIN claims_with_sources ON claims_with_sources.claim_id = wanted.claim_id
    CROSS JOIN claims_with_accounts ON claims_with_accounts.claim_id = wanted.claim_id
    WHERE via IS NOT NULL
)
SELECT
    min(source) AS source,
    role, -- source: claims stand on its word; outlet: claims came through it
    min(source_type) AS source_type,
    count(DISTINCT publisher) AS publishers,
    count(DISTINCT account) AS independent, -- of these, how many did not copy it from one another or take it from one outlet
    count(DISTINCT article_id) AS articles,
    count(*) AS claims,
    replace(group_concat(DISTINCT publisher), ',', ', ') AS relied_on_by
FROM reliance
GROUP BY lower(source), role
ORDER BY publishers DESC, articles DESC, claims DESC, source
LIMIT :limit;
