-- One version of a file of words.
INSERT INTO vocabulary_sources (name, version, sha256, content, added_at, tool)
VALUES (:name, :version, :sha256, :content, :added_at, :tool)
