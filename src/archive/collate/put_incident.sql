-- An incident, new or with another time. Bound by position: incident, place, date_from, date_to.
INSERT INTO incidents (incident, place, date_from, date_to) VALUES (?, ?, ?, ?)
ON CONFLICT (incident) DO UPDATE SET place = excluded.place, date_from = excluded.date_from, date_to = excluded.date_to
