-- The answer to a question.
UPDATE timestamps
SET response = :response, chain = :chain, attested_at = :attested_at, answered_at = :answered_at
WHERE timestamp_id = :timestamp_id
