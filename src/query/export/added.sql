-- The claims that people added and the program does not find.
, told AS (SELECT * FROM decided_claims WHERE claim_id < 0)
