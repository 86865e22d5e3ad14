-- The proposals of a set, in order.
SELECT * FROM proposals WHERE set_id = ? ORDER BY ordinal;
