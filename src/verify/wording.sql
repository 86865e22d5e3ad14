-- What one document's text is stored to be known by. Bound by position: the capture.
SELECT printf('%s, %d words, %d shingles%s', wording_sha256, words, shingles, CASE WHEN in_parts = 1 THEN ', in parts' ELSE '' END) AS described FROM wordings WHERE capture_id = ?
