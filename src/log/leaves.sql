-- The log from the beginning, with the hashes that were recorded.
SELECT sequence, body, leaf_hash FROM log_entries ORDER BY sequence
