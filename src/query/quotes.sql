-- Who is said to have said what.
SELECT quotations.*
FROM wanted
CROSS JOIN quotations ON quotations.claim_id = wanted.claim_id
WHERE :speaker IS NULL OR instr(lower(speaker), lower(:speaker)) > 0
ORDER BY said_on, published_on, quotations.capture_id, quotations.claim_id
LIMIT :limit;
