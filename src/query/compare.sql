-- Every count of one measure that the filter keeps, with the incident that it is about.
SELECT
    incidents.place AS incident_place,
    incidents.date_from AS incident_from,
    incidents.date_to AS incident_to,
    claims_with_sources.*
FROM wanted
CROSS JOIN claims_with_sources ON claims_with_sources.claim_id = wanted.claim_id
LEFT JOIN incidents ON incidents.incident = claims_with_sources.incident
ORDER BY incidents.incident IS NULL, incidents.incident, plausible_low, plausible_high, published_on, article_id, start_offset
LIMIT :limit;
