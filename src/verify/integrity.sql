-- SQLite's own check of one table and its indexes. Bound by position: the table.
SELECT integrity_check AS message FROM pragma_integrity_check(?)
