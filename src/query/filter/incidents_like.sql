-- The incidents whose name is or begins with what was asked for; the exact name first.
SELECT incident AS word
FROM incidents
WHERE substr(incident, 1, length(:asked)) = lower(:asked)
ORDER BY length(incident), incident
LIMIT 20;
