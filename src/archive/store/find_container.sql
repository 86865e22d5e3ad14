-- A container in one state.
SELECT container_id FROM containers WHERE origin = :origin AND sha256 = :sha256
