-- A new set.
INSERT INTO proposal_sets
    (capture_id, proposed_by, sequence, origin, file_sha256, text_sha256, proposals, digest, imported_at, tool)
VALUES
    (:capture_id, :proposed_by, :sequence, :origin, :file_sha256, :text_sha256, :proposals, :digest, :imported_at, :tool)
RETURNING set_id;
