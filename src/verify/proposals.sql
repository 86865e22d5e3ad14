-- The hashes of the capture ?1, and how many quotes of the set ?2 do not stand in its text where they should.
SELECT
    captures.sha256,
    documents.text_sha256,
    (SELECT count(*) FROM proposals
     WHERE proposals.set_id = ?2
        AND substr(documents.text, proposals.start_offset + 1, proposals.end_offset - proposals.start_offset) <> proposals.quote)
        AS misplaced
FROM captures
LEFT JOIN documents ON documents.capture_id = captures.capture_id -- none where it was taken down
WHERE captures.capture_id = ?1;
