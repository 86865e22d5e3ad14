-- Stored bytes in the order in which they lie in the file; long ones are left out, to be read piece by piece.
SELECT rowid, sha256, length(bytes) AS byte_length, CASE WHEN length(bytes) <= 1048576 THEN bytes END AS bytes
FROM blobs
WHERE rowid > :after
ORDER BY rowid
