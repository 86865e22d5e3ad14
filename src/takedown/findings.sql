-- What earlier checks found, each in one text.
SELECT check_id, ordinal, object || char(10) || coalesce(expected, '') || char(10) || coalesce(actual, '') AS said
FROM findings
ORDER BY check_id, ordinal
