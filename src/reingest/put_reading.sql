-- One time that an origin was read again.
INSERT INTO readings (reading_id, run, capture_id, origin, read_at, outcome, detail, new_capture_id)
VALUES (:reading_id, :run, :capture_id, :origin, :read_at, :outcome, :detail, :new_capture_id)
