-- Each checkpoint with each timestamp that was asked for over it. What is missing is said to be missing.
SELECT
    checkpoints.checkpoint_id AS checkpoint,
    checkpoints.origin AS log,
    checkpoints.log_size AS entries, -- how many it covers
    checkpoints.log_root AS root,
    checkpoints.made_at, -- UTC; nothing proves it but a timestamp
    length(checkpoints.verifier_keys) - length(replace(checkpoints.verifier_keys, char(10), '')) + 1 AS signatures,
    CASE
        WHEN timestamps.timestamp_id IS NULL THEN 'none'
        WHEN timestamps.response IS NULL THEN 'asked for on ' || timestamps.asked_at || ', no answer yet'
        WHEN timestamps.chain IS NULL THEN timestamps.attested_at || ', no certificates kept'
        ELSE timestamps.attested_at
    END AS timestamp, -- the time that an authority gives; `openssl ts -verify` tells whether it does
    (SELECT count(*) FROM log_entries) - checkpoints.log_size AS entries_since, -- how many no longer fall under it
    checkpoints.verifier_keys, -- one a line
    checkpoints.note
FROM checkpoints
LEFT JOIN timestamps ON timestamps.checkpoint_id = checkpoints.checkpoint_id
ORDER BY checkpoints.checkpoint_id, timestamps.timestamp_id;
