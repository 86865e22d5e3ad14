-- The run of captures that a check went through.
INSERT INTO coverage (check_id, first_capture_id, last_capture_id, depth)
VALUES (:check_id, :first_capture_id, :last_capture_id, :depth)
