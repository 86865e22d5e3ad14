-- Spellings as the program groups them.
WITH as_grouped AS (SELECT 1)
