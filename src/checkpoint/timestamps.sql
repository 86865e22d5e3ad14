-- All timestamps in the order in which they were asked for.
SELECT timestamp_id, checkpoint_id, query, asked_at, response, chain, attested_at FROM timestamps ORDER BY timestamp_id
