-- The bytes of a capture, exactly as they were found.
SELECT bytes FROM blobs WHERE sha256 = :sha256;
