-- The claims that the filter keeps, article by article, in reading order.
SELECT claims_with_sources.*
FROM wanted
CROSS JOIN claims_with_sources ON claims_with_sources.claim_id = wanted.claim_id
ORDER BY published_on, article_id, start_offset, claims_with_sources.claim_id
LIMIT :limit;
