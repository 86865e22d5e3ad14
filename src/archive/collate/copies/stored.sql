-- Of what a capture is a copy.
SELECT capture_id, original_capture_id, first_capture_id, kind, percent FROM copies WHERE capture_id = :capture_id
