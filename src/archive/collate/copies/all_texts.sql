-- All texts, each told by the lowest number among the captures with its wording.
SELECT min(capture_id) AS text FROM wordings GROUP BY wording_sha256 ORDER BY text
