-- How many captures there are in a run, and how many bytes they have.
SELECT count(*) AS captures, coalesce(sum(blobs.byte_length), 0) AS bytes
FROM captures
LEFT JOIN blobs ON blobs.sha256 = captures.sha256
WHERE captures.capture_id BETWEEN :first AND :last
