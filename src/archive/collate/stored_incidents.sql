-- The incidents of one place.
SELECT incident, date_from, date_to FROM incidents WHERE place = :place ORDER BY incident
