-- The incidents of a place from one name to another, or the one with a name where there is no other; and the last one before
-- them that is named by its first day alone: it may reach into them.
SELECT incident, date_from, date_to
FROM incidents
WHERE incident BETWEEN :first AND coalesce(:last, :first) AND place = :place
UNION ALL
SELECT incident, date_from, date_to
FROM (
    SELECT incident, date_from, date_to
    FROM incidents
    WHERE :last IS NOT NULL AND incident < :first AND incident > substr(:first, 1, length(:first) - 10)
        AND place = :place AND length(date_from) = 10 AND length(incident) = length(:first)
    ORDER BY incident DESC
    LIMIT 1
)
