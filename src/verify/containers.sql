-- The files that articles were read out of.
SELECT container_id, origin, kind, byte_length, sha256, read_at, tool FROM containers
