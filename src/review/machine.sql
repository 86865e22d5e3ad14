-- A claim as the program reads it.
SELECT claims.*
FROM captures
JOIN claims ON claims.capture_id = captures.capture_id AND claims.claim_key = :claim_key
WHERE captures.sha256 = :sha256
ORDER BY captures.capture_id LIMIT 1
