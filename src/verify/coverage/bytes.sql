-- How many bytes the captures of a run have.
SELECT coalesce(sum(blobs.byte_length), 0) AS bytes
FROM captures
LEFT JOIN blobs ON blobs.sha256 = captures.sha256
WHERE captures.capture_id BETWEEN :first AND :last
