-- The claims of what is said to have begun between two days.
WITH dated AS NOT MATERIALIZED (
    SELECT claim_id, claim_key, capture_id FROM claims WHERE date_from BETWEEN :first AND :last
)
