-- Claims with what was decided about them: those that nobody has looked at and those in dispute first, article by article.
SELECT substr(claim_key, 1, 12) AS claim, *
FROM reviewed_claims
WHERE (:state IS NULL OR review = :state)
    AND (:capture_id IS NULL OR capture_id = :capture_id)
    AND (:incident IS NULL OR incident = :incident)
ORDER BY review NOT IN ('unreviewed', 'disputed'), published_on, article_id, start_offset, claim_id
LIMIT :limit;
