-- The names of all incidents, the latest first.
SELECT incident FROM incidents ORDER BY date_from DESC, incident;
