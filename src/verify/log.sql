-- The log from the beginning.
SELECT sequence, recorded_at, log_kind, body, leaf_hash FROM log_entries ORDER BY sequence
