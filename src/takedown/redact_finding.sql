-- Leaves of a finding that there was one. Bound by position: check and ordinal.
UPDATE findings SET object = 'erased with an article that was taken down', expected = NULL, actual = NULL
WHERE check_id = ? AND ordinal = ?
