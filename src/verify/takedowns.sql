-- What was erased by order.
SELECT sha256, text_sha256, reason, ordered_by, taken_down_at, tool FROM takedowns ORDER BY sha256
