-- What the log says, from the beginning.
SELECT body FROM log_entries ORDER BY sequence
