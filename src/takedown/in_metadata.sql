-- Whether metadata that was given with a capture has these words. Bound by position.
SELECT EXISTS (SELECT 1 FROM captures WHERE instr(concat(given_metadata, record), ?) > 0) AS is_there
