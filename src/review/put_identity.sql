-- One decision about two names or two incidents.
INSERT INTO identity_reviews (decision, kind, name, other_name, note, reviewer, reviewed_at, tool)
VALUES (:decision, :kind, :name, :other_name, :note, :reviewer, :reviewed_at, :tool)
RETURNING identity_review_id
