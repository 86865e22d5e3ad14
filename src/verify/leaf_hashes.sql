-- The hashes of the log's entries from the beginning.
SELECT leaf_hash FROM log_entries ORDER BY sequence
