-- What a document's text is known by.
INSERT INTO wordings (capture_id, wording_sha256, words, shingles, in_parts)
VALUES (:capture_id, :wording_sha256, :words, :shingles, :in_parts)
