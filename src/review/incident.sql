-- An incident by its name. Bound by position: the word incident, and the name.
SELECT incident AS name FROM incidents WHERE ?1 = 'incident' AND incident = ?2
