-- What people decided about a claim of these bytes, or about all of them; as the rows are, so that their digests can be made again.
SELECT reviews.*
FROM reviews
JOIN captures ON captures.sha256 = reviews.sha256
WHERE captures.capture_id = :capture_id
    AND reviews.quote IS NOT NULL
    AND (:claim_id IS NULL OR reviews.claim_key = (SELECT claim_key FROM claims WHERE claims.claim_id = :claim_id))
ORDER BY reviews.review_id
