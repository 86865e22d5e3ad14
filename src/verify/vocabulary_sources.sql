-- All versions of the files of words that users added.
SELECT name, version, sha256, content, added_at, tool FROM vocabulary_sources ORDER BY name, version
