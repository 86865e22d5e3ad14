-- The claims whose key begins with these digits: those of the program, and those that people decided about.
SELECT claims.claim_key, captures.sha256, machine_readings.reading AS seen,
    substr(claims.claim_key, 1, 12) || '  "' || claims.quote || '" in ' || articles.identity
        || ', version ' || captures.sequence AS described
FROM claims
JOIN captures ON captures.capture_id = claims.capture_id
JOIN articles ON articles.article_id = captures.article_id
JOIN machine_readings ON machine_readings.claim_id = claims.claim_id
WHERE claims.claim_key GLOB :digits || '*'
UNION ALL
SELECT review_states.claim_key, review_states.sha256, NULL,
    substr(review_states.claim_key, 1, 12) || '  "' || reviews.quote || '", ' || review_states.review
FROM review_states
JOIN reviews ON reviews.review_id = review_states.review_id
WHERE review_states.claim_key GLOB :digits || '*'
    AND NOT EXISTS (SELECT 1 FROM claims WHERE claims.claim_key = review_states.claim_key)
LIMIT 12
