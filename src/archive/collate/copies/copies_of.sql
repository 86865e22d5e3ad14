-- The texts that are stored as copies of one text, each told by the lowest number among the captures with its wording.
SELECT DISTINCT
    (SELECT min(same.capture_id)
     FROM wordings JOIN wordings AS same ON same.wording_sha256 = wordings.wording_sha256
     WHERE wordings.capture_id = copies.capture_id) AS text
FROM wordings
CROSS JOIN wordings AS same ON same.wording_sha256 = wordings.wording_sha256
CROSS JOIN copies ON copies.original_capture_id = same.capture_id
WHERE wordings.capture_id = :text AND copies.kind = 'near_duplicate'
