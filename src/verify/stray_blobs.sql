-- Bytes that no capture refers to.
SELECT sha256 AS stray FROM blobs
WHERE NOT EXISTS (SELECT 1 FROM captures WHERE captures.sha256 = blobs.sha256)
ORDER BY sha256
