-- Takes all claims out of the incidents of one place. Bound by position: place.
DELETE FROM incident_claims WHERE incident IN (SELECT incident FROM incidents WHERE place = ?)
