-- A claim as one reviewer left it.
SELECT * FROM standing_reviews WHERE claim_key = :claim_key AND reviewer = :reviewer
