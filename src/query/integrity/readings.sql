-- What came of the last run that read the origins again.
SELECT readings.outcome, reading_outcomes.meaning, count(*) AS origins, max(readings.read_at) AS read_at
FROM readings
JOIN reading_outcomes ON reading_outcomes.outcome = readings.outcome
WHERE readings.run = (SELECT max(run) FROM readings)
GROUP BY readings.outcome
ORDER BY origins DESC, readings.outcome;
