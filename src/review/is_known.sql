-- Whether the program finds a claim in these bytes.
SELECT EXISTS (
    SELECT 1 FROM captures
    JOIN claims ON claims.capture_id = captures.capture_id AND claims.claim_key = :claim_key
    WHERE captures.sha256 = :sha256
) AS is_known
