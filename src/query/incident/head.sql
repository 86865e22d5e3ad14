-- The incident called :incident.
SELECT incident, place, date_from, date_to FROM incidents WHERE incident = :incident;
