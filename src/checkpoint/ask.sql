-- One question to an authority.
INSERT INTO timestamps (checkpoint_id, query, asked_at) VALUES (:checkpoint_id, :query, :asked_at)
