-- The incidents that people merged with :incident.
SELECT json_group_array(incident) AS found FROM merged_incidents WHERE stands_for = :incident
