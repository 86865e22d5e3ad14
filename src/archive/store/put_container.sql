-- A container that was not met in this state.
INSERT INTO containers (origin, kind, byte_length, sha256, read_at, tool)
VALUES (:origin, :kind, :byte_length, :sha256, :read_at, :tool)
RETURNING container_id
