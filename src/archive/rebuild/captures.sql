-- The next captures with their bytes; from what was taken down nothing is made. Bound by position: after which capture, and how many.
SELECT captures.capture_id, captures.origin, captures.sha256, captures.media_type, captures.given_metadata, captures.record, blobs.bytes
FROM captures
JOIN blobs ON blobs.sha256 = captures.sha256
WHERE captures.capture_id > ?
  AND NOT EXISTS (SELECT 1 FROM takedowns WHERE takedowns.sha256 = captures.sha256)
ORDER BY captures.capture_id
LIMIT ?
