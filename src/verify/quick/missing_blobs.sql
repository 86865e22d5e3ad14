-- The hashes of bytes that captures refer to and that are not there.
SELECT DISTINCT sha256 FROM captures
WHERE NOT EXISTS (SELECT 1 FROM blobs WHERE blobs.sha256 = captures.sha256)
ORDER BY sha256
