-- The claims of what the program reads as begun between two days.
WITH spellings (spelling) AS (SELECT NULL WHERE 0),
kept (claim_id) AS (SELECT claim_id FROM claims WHERE date_from BETWEEN :first AND :last)
