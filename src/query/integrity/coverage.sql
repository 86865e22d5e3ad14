-- How many captures a check ever hashed, and how many it ever made again.
SELECT
    (SELECT count(*) FROM captures) AS captures,
    (SELECT count(*) FROM captures WHERE EXISTS (
        SELECT 1 FROM coverage WHERE captures.capture_id BETWEEN coverage.first_capture_id AND coverage.last_capture_id
    )) AS hashed,
    (SELECT count(*) FROM captures WHERE EXISTS (
        SELECT 1 FROM coverage
        WHERE captures.capture_id BETWEEN coverage.first_capture_id AND coverage.last_capture_id AND coverage.depth = 'derived'
    )) AS derived;
