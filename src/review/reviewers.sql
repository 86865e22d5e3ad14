-- Whose decisions about a claim stand. Bound by position: its key.
SELECT reviewer FROM standing_reviews WHERE claim_key = ? ORDER BY review_id
