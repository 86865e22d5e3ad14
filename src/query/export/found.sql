-- The claims that the program finds.
, told AS (SELECT * FROM claims_of_every_version)
