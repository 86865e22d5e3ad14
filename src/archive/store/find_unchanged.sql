-- The newest capture from an origin, where it holds exactly these bytes, read the same way, with the same given metadata.
SELECT captures.capture_id
FROM captures
JOIN blobs ON blobs.sha256 = captures.sha256
WHERE captures.origin = :origin
  AND captures.sha256 = :sha256
  AND captures.media_type = :media_type
  AND captures.given_metadata IS :given_metadata
  AND blobs.bytes = :bytes -- bytes that were damaged in the archive are not the same
  AND NOT EXISTS (
      SELECT 1 FROM captures AS later
      WHERE later.origin = captures.origin AND later.capture_id > captures.capture_id
  )
