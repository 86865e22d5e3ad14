-- The last version of each file of words that a user added.
SELECT name, content, sha256, max(version) AS version
FROM vocabulary_sources
GROUP BY name
ORDER BY name
