-- One finished run.
INSERT INTO ingests (started_at, finished_at, tool, stored, changed, unchanged, refused)
VALUES (:started_at, :finished_at, :tool, :stored, :changed, :unchanged, :refused)
