-- The content that a version's hash speaks of.
UPDATE vocabulary_sources SET content = :content WHERE name = :name AND sha256 = :sha256 AND content <> :content
