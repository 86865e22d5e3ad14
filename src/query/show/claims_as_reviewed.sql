-- What one version of an article claims, as it stands after review, in reading order; rejected claims only where :rejected is 1.
SELECT told.*, 'machine' AS reading, 'unreviewed' AS review, NULL AS reviewers, NULL AS review_note, NULL AS machine,
    NULL AS machine_reading, NULL AS place_name
FROM claims_of_every_version AS told
WHERE told.capture_id = :capture_id
    AND told.claim_key NOT IN (SELECT claim_key FROM review_states)
UNION ALL
SELECT * FROM decided_claims
WHERE capture_id = :capture_id AND (:rejected = 1 OR review <> 'rejected')
ORDER BY start_offset, end_offset, claim_id;
