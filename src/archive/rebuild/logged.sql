-- What the log says was derived, from the beginning.
SELECT body FROM log_entries WHERE log_kind = 'derivation' ORDER BY sequence
