-- The claims whose key begins with these digits.
SELECT claims.capture_id, claims.claim_id, claims.claim_key,
       substr(claims.claim_key, 1, 12) || '  "' || claims.quote || '" in ' || articles.identity
       || ', version ' || captures.sequence AS described
FROM claims
JOIN captures ON captures.capture_id = claims.capture_id
JOIN articles ON articles.article_id = captures.article_id
WHERE claims.claim_key GLOB :digits || '*'
ORDER BY claims.capture_id, claims.claim_id
LIMIT 12
