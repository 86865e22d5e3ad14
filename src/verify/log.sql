-- The log from an entry on.
SELECT sequence, recorded_at, log_kind, body, leaf_hash FROM log_entries WHERE sequence >= :next ORDER BY sequence
