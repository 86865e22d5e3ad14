-- Removes the rows of one text.
DELETE FROM copies WHERE capture_id IN (
    SELECT same.capture_id
    FROM wordings
    JOIN wordings AS same ON same.wording_sha256 = wordings.wording_sha256
    WHERE wordings.capture_id = :text
)
