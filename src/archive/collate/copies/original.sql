-- The text that one text is stored as a copy of; the row stands with the earliest of its captures.
SELECT
    copies.percent,
    (SELECT min(others.capture_id)
     FROM wordings AS originals
     JOIN wordings AS others ON others.wording_sha256 = originals.wording_sha256
     WHERE originals.capture_id = copies.original_capture_id) AS original
FROM wordings
CROSS JOIN wordings AS same ON same.wording_sha256 = wordings.wording_sha256
CROSS JOIN copies ON copies.capture_id = same.capture_id
WHERE wordings.capture_id = :text AND copies.kind = 'near_duplicate'
LIMIT 1
