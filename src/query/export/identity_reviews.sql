-- Every decision of a person that two names or two incidents are one, or are not.
SELECT identity_review_id, kind, decision, name, other_name, reviewer, reviewed_at, note, tool
FROM identity_reviews
ORDER BY identity_review_id;
