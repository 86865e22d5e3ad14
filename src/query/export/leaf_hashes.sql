-- The recorded hashes of the log, in order.
SELECT leaf_hash FROM log_entries ORDER BY sequence;
