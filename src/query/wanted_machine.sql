-- The claims as the program reads them.
, wanted (claim_id) AS (SELECT claim_id FROM kept)
