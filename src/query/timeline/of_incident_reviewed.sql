-- What is dated in them as they stand.
, dated AS (SELECT claim_id, claim_key, capture_id FROM claims_with_sources)
