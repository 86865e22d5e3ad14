-- What one document's text is stored to be known by. Bound by position: the capture.
SELECT printf('%s, %d words, %d shingles', wording_sha256, words, shingles) AS described FROM wordings WHERE capture_id = ?
