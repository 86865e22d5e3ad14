-- The bytes of a capture, kept once; bytes that no longer are what their hash says are replaced by those that are.
INSERT INTO blobs (sha256, byte_length, bytes) VALUES (:sha256, :byte_length, :bytes)
ON CONFLICT (sha256) DO UPDATE SET byte_length = excluded.byte_length, bytes = excluded.bytes
WHERE blobs.bytes <> excluded.bytes
