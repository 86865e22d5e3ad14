-- Adds one entry; the caller counts the index and hashes the body.
INSERT INTO log_entries (sequence, recorded_at, log_kind, body, leaf_hash)
VALUES (:sequence, :recorded_at, :log_kind, :body, :leaf_hash)
