-- The claims as they stand after review: those that nobody decided about as the program reads them, the others as people left
-- them, and rejected ones only where :rejected is 1. What the questions read besides is named here once more, so that they
-- need not know: a name of this list hides the view that is called the same.
, decided AS MATERIALIZED (
    -- The columns of decided_claims, in their order: read once, and given as JSON, for it is a view of many views.
    SELECT
        value ->> 0 AS incident, value ->> 1 AS publisher, value ->> 2 AS published_on, value ->> 3 AS title, value ->> 4 AS
        kind, value ->> 5 AS measure, value ->> 6 AS event, value ->> 7 AS what, value ->> 8 AS figure, value ->> 9 AS low,
        value ->> 10 AS high, value ->> 11 AS qualifier, value ->> 12 AS unit, value ->> 13 AS counted_group, value ->> 14 AS
        actor, value ->> 15 AS target, value ->> 16 AS relation, value ->> 17 AS date_from, value ->> 18 AS date_to,
        value ->> 19 AS date, value ->> 20 AS place, value ->> 21 AS known_place, value ->> 22 AS source, value ->> 23 AS
        source_type, value ->> 24 AS via, value ->> 25 AS cue, value ->> 26 AS direct, value ->> 27 AS resolved, value ->> 28
        AS polarity, value ->> 29 AS modality, value ->> 30 AS quote, value ->> 31 AS sentence, value ->> 32 AS date_basis,
        value ->> 33 AS place_basis, value ->> 34 AS source_basis, value ->> 35 AS rule, value ->> 36 AS article, value ->> 37
        AS article_id, value ->> 38 AS version, value ->> 39 AS capture_id, value ->> 40 AS claim_id, value ->> 41 AS
        claim_key, value ->> 42 AS start_offset, value ->> 43 AS end_offset, value ->> 44 AS group_class, value ->> 45 AS
        plausible_low, value ->> 46 AS plausible_high, value ->> 47 AS reading, value ->> 48 AS review, value ->> 49 AS
        reviewers, value ->> 50 AS review_note, value ->> 51 AS machine, value ->> 52 AS machine_reading, value ->> 53 AS
        place_name
    FROM json_each(:decided)
),
wanted (claim_id) AS (
    SELECT claim_id FROM kept WHERE claim_id NOT IN (SELECT claim_id FROM decided)
    UNION ALL
    SELECT claim_id FROM decided
    WHERE (:rejected = 1 OR review <> 'rejected')
        AND (:incident IS NULL OR incident = :incident
            OR incident IN (SELECT value FROM json_each(:incidents_too)))
        AND (:place IS NULL OR place_name IN (SELECT spelling FROM spellings))
        AND (:measure IS NULL OR measure = :measure)
        AND (:event IS NULL OR event = :event)
        AND (:kind IS NULL OR kind = :kind)
        AND (:publisher IS NULL OR instr(lower(publisher), lower(:publisher)) > 0)
        AND (:source IS NULL OR instr(lower(source), lower(:source)) > 0)
        AND (:from IS NULL OR (date IS NOT NULL AND substr(coalesce(date_to, '9999') || '-99-99', 1, 10) >= :from))
        AND (:to IS NULL OR (date IS NOT NULL AND substr(coalesce(date_from, '0000') || '-01-01', 1, 10) <= :to))
),
standing AS MATERIALIZED (
    SELECT told.*, 'machine' AS reading, 'unreviewed' AS review, NULL AS reviewers, NULL AS review_note, NULL AS machine,
        NULL AS machine_reading, NULL AS place_name
    FROM wanted
    CROSS JOIN main.claims_with_sources AS told ON told.claim_id = wanted.claim_id
    WHERE wanted.claim_id NOT IN (SELECT claim_id FROM decided)
    UNION ALL
    SELECT * FROM decided WHERE claim_id IN (SELECT claim_id FROM wanted)
),
claims_with_sources AS MATERIALIZED (
    SELECT
        -- The incident that it was merged with; none where people said that the claim is not about it.
        CASE
            WHEN standing.incident = :splits ->> standing.claim_key THEN NULL
            ELSE coalesce(:merges ->> standing.incident, standing.incident)
        END AS incident,
        publisher, published_on, title, kind, measure, event, what, figure, low, high, qualifier, unit,
        counted_group, actor, target, relation, date_from, date_to, date, place, known_place, source, source_type,
        via, cue, direct, resolved, polarity, modality, quote, sentence, date_basis, place_basis, source_basis,
        rule, article, article_id, version, capture_id, claim_id, claim_key, start_offset, end_offset, group_class,
        plausible_low, plausible_high, reading, review, reviewers, review_note, machine, machine_reading, place_name
    FROM standing
    WHERE :incident IS NULL OR standing.incident IS NOT :splits ->> standing.claim_key
),
claims_with_accounts AS MATERIALIZED (
    SELECT accounts.*
    FROM wanted
    CROSS JOIN main.claims_with_accounts AS accounts ON accounts.claim_id = wanted.claim_id
    WHERE NOT EXISTS (
        SELECT 1 FROM decided
        WHERE decided.claim_id = wanted.claim_id
            AND (decided.source IS NOT decided.machine_reading ->> 'source' OR decided.via IS NOT decided.machine_reading ->> 'via')
    )
    UNION ALL
    -- Another source than the program reads is an account of its own name.
    SELECT decided.claim_id, decided.capture_id, coalesce(copies.first_capture_id, decided.capture_id) AS family, 'review',
        lower(coalesce(decided.via, decided.source, decided.publisher, 'text ' || decided.capture_id))
    FROM decided
    LEFT JOIN copies ON copies.capture_id = decided.capture_id
    WHERE decided.claim_id IN (SELECT claim_id FROM wanted)
        AND (decided.claim_id < 0
            OR decided.source IS NOT decided.machine_reading ->> 'source' OR decided.via IS NOT decided.machine_reading ->> 'via')
),
timeline AS (
    SELECT
        date_from AS day, CASE WHEN date_to IS NOT date_from THEN date_to END AS until, date, known_place AS place,
        coalesce(measure, event) AS what, figure, unit, actor, coalesce(target, counted_group) AS target, source, via, polarity,
        modality, publisher, published_on, quote, kind, incident, claim_id
    FROM claims_with_sources
    WHERE kind IN ('count', 'event') AND date IS NOT NULL
),
quotations AS (
    SELECT
        source AS speaker, source_type AS speaker_type, quote, direct, cue, polarity, via, date_from AS said_on, known_place AS place,
        publisher, published_on, title, sentence, incident, capture_id, claim_id
    FROM claims_with_sources
    WHERE kind = 'statement'
)
