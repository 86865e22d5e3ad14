-- One sequence of bytes that was erased; the first order stands.
INSERT INTO takedowns (sha256, text_sha256, reason, ordered_by, taken_down_at, tool)
VALUES (:sha256, :text_sha256, :reason, :ordered_by, :taken_down_at, :tool)
ON CONFLICT (sha256) DO NOTHING
