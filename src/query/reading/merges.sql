-- Each incident that people merged with another, and that other.
SELECT json_group_object(incident, stands_for) AS found FROM merged_incidents
