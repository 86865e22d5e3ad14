-- What is said to have begun between the two days, as it stands.
, dated AS (
    SELECT claim_id, claim_key, capture_id FROM claims_with_sources WHERE date_from BETWEEN :first AND :last
)
