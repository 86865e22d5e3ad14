-- One thing that it found.
INSERT INTO findings (check_id, ordinal, code, object, expected, actual, remedy)
VALUES (:check_id, :ordinal, :code, :object, :expected, :actual, :remedy)
