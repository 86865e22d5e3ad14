-- Every count of one measure that the filter keeps, with the incident that it is about and how many independent accounts tell of it.
, answer AS MATERIALIZED (
    SELECT
        claims_with_sources.*,
        coalesce(claims_with_sources.incident, '') AS incident_or_none,
        claims_with_accounts.family, claims_with_accounts.account_kind, claims_with_accounts.account
    FROM wanted
    CROSS JOIN claims_with_sources ON claims_with_sources.claim_id = wanted.claim_id
    CROSS JOIN claims_with_accounts ON claims_with_accounts.claim_id = wanted.claim_id
),
tallies AS MATERIALIZED (
    SELECT
        incident_or_none,
        count(DISTINCT publisher) AS publishers, count(*) AS claims, count(DISTINCT account) AS independent
    FROM answer
    GROUP BY incident_or_none
)
SELECT
    incidents.place AS incident_place,
    incidents.date_from AS incident_from,
    incidents.date_to AS incident_to,
    tallies.publishers AS incident_publishers,
    tallies.claims AS incident_claims,
    tallies.independent AS incident_independent,
    answer.*
FROM answer
JOIN tallies ON tallies.incident_or_none = answer.incident_or_none
LEFT JOIN incidents ON incidents.incident = answer.incident
ORDER BY incidents.incident IS NULL, incidents.incident, plausible_low, plausible_high, published_on, article_id, start_offset
LIMIT :limit;
