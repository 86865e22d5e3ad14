-- Views: the reading surface. Each answers one question, with built-in functions only, and is named after what its rows are.
-- Where an article has several versions, all but article_versions speak of its latest one.

PRAGMA user_version = 4;

CREATE VIEW article_versions AS
-- One row is one version of an article, with what is known about it.
SELECT
    captures.article_id,
    captures.sequence AS version, -- counted from 1
    NOT EXISTS (
        SELECT 1 FROM captures AS later
        WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
    ) AS is_latest, -- 1 for the version that the other views speak of
    documents.publisher,
    documents.published_on, -- YYYY-MM-DD; NULL where it is not known
    documents.title,
    documents.byline,
    articles.identity AS article, -- the canonical address or the path
    captures.origin, -- where these bytes were found
    captures.retrieved_at, -- UTC
    captures.media_type,
    blobs.byte_length, -- bytes
    length(documents.text) AS text_length, -- code points
    (SELECT count(*) FROM claims WHERE claims.capture_id = captures.capture_id) AS claims, -- how many this version makes
    documents.language,
    captures.sha256, -- of the bytes
    captures.tool, -- the program that stored it
    captures.capture_id
FROM captures
JOIN articles ON articles.article_id = captures.article_id
JOIN blobs ON blobs.sha256 = captures.sha256
JOIN documents ON documents.capture_id = captures.capture_id;

CREATE VIEW sentences_with_text AS
-- One row is one sentence of the latest version of an article, with its words.
SELECT
    documents.publisher,
    documents.published_on,
    documents.title,
    sentences.ordinal, -- counted from 1
    substr(documents.text, sentences.start_offset + 1, sentences.end_offset - sentences.start_offset) AS sentence,
    sentences.start_offset, -- code points of the text before it
    sentences.end_offset,
    captures.article_id,
    captures.capture_id
FROM sentences
JOIN documents ON documents.capture_id = sentences.capture_id
JOIN captures ON captures.capture_id = sentences.capture_id
WHERE NOT EXISTS (
    SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
);

CREATE VIEW claims_of_every_version AS
-- One row is one claim of one version of an article: what it says, on whose word, in which words. Not a truth.
SELECT
    (SELECT min(incident_claims.incident) FROM incident_claims WHERE incident_claims.claim_id = claims.claim_id)
        AS incident, -- the place and time that it is about; NULL where the article gives no ground
    documents.publisher,
    documents.published_on, -- YYYY-MM-DD; NULL where it is not known
    documents.title,
    claims.kind, -- count, event or statement
    claims.measure, -- a count: what is counted
    claims.event, -- an event: what happened
    coalesce(claims.measure, claims.event, claims.kind) AS what, -- the measure, the event, or the word statement
    CASE claims.qualifier
        WHEN 'exact' THEN printf('%,d', claims.low)
        WHEN 'at_least' THEN '≥' || printf('%,d', claims.low)
        WHEN 'more_than' THEN '>' || printf('%,d', claims.low)
        WHEN 'up_to' THEN '≤' || printf('%,d', claims.high)
        WHEN 'less_than' THEN '<' || printf('%,d', claims.high)
        WHEN 'about' THEN '~' || printf('%,d', coalesce(claims.low, claims.high))
        WHEN 'nearly' THEN 'nearly ' || printf('%,d', coalesce(claims.high, claims.low))
        WHEN 'range' THEN printf('%,d', claims.low) || '–' || printf('%,d', claims.high)
        WHEN 'indefinite' THEN
            CASE claims.low
                WHEN 2 THEN 'some'
                WHEN 3 THEN 'several'
                WHEN 20 THEN 'tens'
                WHEN 24 THEN 'dozens'
                WHEN 40 THEN 'scores'
                WHEN 200 THEN 'hundreds'
                WHEN 300 THEN 'several hundred'
                WHEN 2000 THEN 'thousands'
                WHEN 3000 THEN 'several thousand'
                WHEN 20000 THEN 'tens of thousands'
                WHEN 200000 THEN 'hundreds of thousands'
                WHEN 2000000 THEN 'millions'
                ELSE '≥' || printf('%,d', claims.low)
            END
    END AS figure, -- a count: low, high and qualifier in one short word, such as ≥14, >70, 15–20, dozens
    claims.low, -- NULL is open
    claims.high, -- NULL is open
    claims.qualifier,
    claims.unit, -- money: ISO 4217 code; term: day, week, month or year
    claims.counted_group, -- a count: who or what is counted, as worded
    claims.actor, -- by whom, as worded
    claims.target, -- to whom, as worded
    claims.relation, -- additional, total or subset; NULL where the count stands alone
    claims.date_from, -- when it is said to have begun: YYYY-MM-DD, YYYY-MM or YYYY
    claims.date_to, -- when it is said to have ended; both NULL where nothing is said
    CASE
        WHEN claims.date_from = claims.date_to THEN claims.date_from
        WHEN claims.date_from IS NOT NULL OR claims.date_to IS NOT NULL
            THEN coalesce(claims.date_from, '..') || '/' || coalesce(claims.date_to, '..')
    END AS date, -- both in one: a day, month or year, or an interval such as 2011-12-16/2011-12-17 or 2011-05/..
    claims.place, -- where, as worded
    coalesce(
        (SELECT name_variants.name FROM name_variants
         WHERE name_variants.name_kind = 'place' AND name_variants.spelling = claims.place_name),
        claims.place_name
    ) AS known_place, -- the name that stands for all spellings of the place
    claims.source, -- on whose word; NULL where the article speaks in its own voice
    claims.source_type,
    claims.via, -- the other outlet through which it came
    claims.cue, -- the words that attribute it
    claims.direct, -- 1 for words between quotation marks
    claims.resolved, -- 1 where the sentence itself does not name the speaker in full
    claims.polarity, -- asserted or denied
    claims.modality, -- fact, alleged, possible or unreal
    claims.quote, -- the words that carry it
    (SELECT substr(documents.text, sentences.start_offset + 1, sentences.end_offset - sentences.start_offset)
     FROM sentences
     WHERE sentences.capture_id = claims.capture_id AND sentences.ordinal = claims.sentence) AS sentence,
    claims.date_basis, -- why this date
    claims.place_basis, -- why this place
    claims.source_basis, -- why this source
    claims.rule, -- the rule of grammar that made the claim
    articles.identity AS article, -- the canonical address or the path
    captures.article_id,
    captures.sequence AS version, -- of the article, counted from 1
    claims.capture_id,
    claims.claim_id,
    claims.claim_key, -- stable over rebuilds
    claims.start_offset, -- code points of the article's text before the quote
    claims.end_offset,
    claims.group_class, -- the class of counted_group by which counts are compared
    claims.plausible_low, -- used only to compare: the least number that the wording lets one think of
    claims.plausible_high -- used only to compare: the greatest such number
FROM claims
JOIN documents ON documents.capture_id = claims.capture_id
JOIN captures ON captures.capture_id = claims.capture_id
JOIN articles ON articles.article_id = captures.article_id;

CREATE VIEW claims_with_sources AS
-- One row is one claim of the latest version of an article: what it says, on whose word, in which words. Not a truth.
-- The columns are those of claims_of_every_version, where each is explained.
SELECT *
FROM claims_of_every_version
WHERE NOT EXISTS (
    SELECT 1 FROM captures AS later
    WHERE later.article_id = claims_of_every_version.article_id AND later.sequence > claims_of_every_version.version
);

CREATE VIEW tolls AS
-- One row is one measure in one incident: between which figures the accounts differ.
SELECT
    incidents.incident,
    incidents.place,
    incidents.date_from,
    incidents.date_to, -- NULL is open
    claims.measure,
    claims.unit, -- money and terms are told apart by it
    count(DISTINCT documents.publisher) AS publishers, -- how many give a figure
    count(*) AS claims,
    min(coalesce(claims.low, claims.high)) AS lowest, -- the smallest figure given
    max(coalesce(claims.high, claims.low)) AS highest, -- the greatest figure given, of those that name one; more may be meant
    sum(claims.high IS NULL) AS open_claims -- how many set no upper bound
FROM incident_claims
JOIN incidents ON incidents.incident = incident_claims.incident
JOIN claims ON claims.claim_id = incident_claims.claim_id
JOIN documents ON documents.capture_id = claims.capture_id
JOIN captures ON captures.capture_id = claims.capture_id
WHERE claims.kind = 'count'
    AND claims.polarity = 'asserted'
    AND claims.modality <> 'unreal'
    AND (claims.relation IS NULL OR claims.relation = 'total')
    AND NOT EXISTS (
        SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
    )
GROUP BY incidents.incident, claims.measure, claims.unit;

CREATE VIEW timeline AS
-- One row is one dated count or event: on this day, this is said to have happened.
SELECT
    date_from AS day, -- YYYY-MM-DD, YYYY-MM or YYYY: as exactly as the article says; NULL where only an end is given
    CASE WHEN date_to IS NOT date_from THEN date_to END AS until, -- NULL for one day, or where the end is open
    date, -- both in one: a day, month or year, or an interval such as 2011-12-16/2011-12-17 or 2011-05/..
    known_place AS place,
    coalesce(measure, event) AS what, -- a measure or an event
    figure, -- NULL for an event
    unit,
    actor,
    coalesce(target, counted_group) AS target, -- to whom, or who is counted
    source,
    via,
    polarity,
    modality,
    publisher,
    published_on,
    quote,
    kind,
    incident,
    claim_id
FROM claims_with_sources
WHERE kind IN ('count', 'event') AND (date_from IS NOT NULL OR date_to IS NOT NULL);

CREATE VIEW quotations AS
-- One row is one statement: who is said to have said what, in an article's words.
SELECT
    source AS speaker, -- as first worded in full in the article; NULL where it is not told
    source_type AS speaker_type,
    quote, -- what was said
    direct, -- 1 where it stands between quotation marks
    cue, -- said, told, wrote
    polarity, -- denied where the speaker denies it
    via, -- the other outlet through which it came
    date_from AS said_on, -- YYYY-MM-DD, YYYY-MM or YYYY; NULL where it is not told
    known_place AS place,
    publisher,
    published_on,
    title,
    sentence,
    incident,
    capture_id,
    claim_id
FROM claims_with_sources
WHERE kind = 'statement';

CREATE VIEW citations AS
-- One row is one source that one publisher relies on: on whose word and through which outlet, and for how many claims.
SELECT
    documents.publisher,
    claims.source, -- NULL where the article relies on another outlet alone
    claims.source_type,
    claims.via, -- NULL where the publisher has it from the source itself
    count(*) AS claims,
    count(DISTINCT captures.article_id) AS articles,
    sum(claims.kind = 'count') AS counts,
    sum(claims.kind = 'event') AS events,
    sum(claims.kind = 'statement') AS statements
FROM claims
JOIN documents ON documents.capture_id = claims.capture_id
JOIN captures ON captures.capture_id = claims.capture_id
WHERE (claims.source IS NOT NULL OR claims.via IS NOT NULL)
    AND NOT EXISTS (
        SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
    )
GROUP BY documents.publisher, claims.source, claims.source_type, claims.via;

CREATE VIEW names_with_variants AS
-- One row is one spelling of a name, and in how many articles and for how many publishers it stands.
SELECT
    name_variants.name_kind, -- place, person or body
    name_variants.name, -- the spelling that stands for all
    name_variants.spelling,
    count(DISTINCT documents.publisher) AS publishers,
    count(DISTINCT captures.article_id) AS articles,
    sum(mentions.occurrences) AS occurrences
FROM name_variants
JOIN mentions ON mentions.name_kind = name_variants.name_kind AND mentions.spelling = name_variants.spelling
JOIN captures ON captures.capture_id = mentions.capture_id
JOIN documents ON documents.capture_id = captures.capture_id
WHERE NOT EXISTS (
    SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
)
GROUP BY name_variants.name_kind, name_variants.name, name_variants.spelling;

CREATE VIEW conflicts AS
-- One row is two counts of the same thing in one incident that cannot both be true (conflict), or only if a soft wording is
-- stretched or the toll grew within a week (tension). Not compared are parts and additions, other units, classes of people or
-- days, one victim's own case with other numbers, denied counts and counts of what has not happened.
WITH counts AS NOT MATERIALIZED (
    SELECT
        incident_claims.incident, incident_claims.measure, claims.claim_id, claims.unit, documents.published_on,
        claims.qualifier, claims.low, claims.high, claims.plausible_low, claims.plausible_high,
        nullif(claims.group_class, 'people') AS group_class, -- people in general agree with every class
        claims.low IS 1 AND claims.high IS 1 AS is_one,
        claims.low IS 1 AND claims.high IS 1
            AND ' ' || lower(claims.quote) || ' ' NOT GLOB '*[^a-z0-9]one[^a-z0-9]*'
            AND ' ' || lower(claims.quote) || ' ' NOT GLOB '*[^a-z0-9]1[^a-z0-9]*'
            AND ' ' || lower(claims.quote) || ' ' NOT GLOB '*[^a-z0-9]single[^a-z0-9]*'
            AND ' ' || lower(claims.quote) || ' ' NOT GLOB '*[^a-z0-9]sole[^a-z0-9]*'
            AND ' ' || lower(claims.quote) || ' ' NOT GLOB '*[^a-z0-9]only[^a-z0-9]*' AS is_individual, -- "a guard", a name
        claims.qualifier IN ('more_than', 'less_than') AS is_strict,
        claims.qualifier IN ('about', 'nearly', 'indefinite') AS is_soft,
        -- The days that it is about; a month or a year is all of its days.
        substr(coalesce(claims.date_from, '0000') || '-01-01', 1, 10) AS first_day,
        substr(coalesce(claims.date_to, '9999') || '-99-99', 1, 10) AS last_day
    FROM incident_claims
    CROSS JOIN claims ON claims.claim_id = incident_claims.claim_id
    CROSS JOIN documents ON documents.capture_id = claims.capture_id
    CROSS JOIN captures ON captures.capture_id = claims.capture_id
    WHERE claims.kind = 'count'
        AND claims.polarity = 'asserted'
        AND claims.modality <> 'unreal'
        AND (claims.relation IS NULL OR claims.relation = 'total')
        AND NOT EXISTS (
            SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
        )
),
pairs AS (
    SELECT
        one.incident, one.measure, one.claim_id AS claim_id, other.claim_id AS other_claim_id,
        coalesce(one.low <= other.high, 1) AND coalesce(other.low <= one.high, 1) AS stated_meet,
        coalesce(one.plausible_low <= other.plausible_high, 1) AND coalesce(other.plausible_low <= one.plausible_high, 1)
            AS plausible_meet,
        one.is_strict OR other.is_strict AS either_strict,
        one.is_soft <> other.is_soft AS one_soft,
        one.low IS other.low AND one.high IS other.high AND one.qualifier = other.qualifier AS is_same,
        -- The greater of two that do not meet was published one to seven days after the other.
        coalesce(julianday(other.published_on) - julianday(one.published_on) BETWEEN 1 AND 7, 0) AS may_have_grown
    FROM counts AS one
    -- A cross join keeps this order: the other count is looked for in the same incident and measure only.
    CROSS JOIN counts AS other
        ON other.incident = one.incident
        AND other.measure = one.measure
        AND other.unit IS one.unit
        AND (other.group_class = one.group_class OR other.group_class IS NULL OR one.group_class IS NULL)
        AND NOT (one.is_individual AND NOT other.is_one)
        AND NOT (other.is_individual AND NOT one.is_one)
        -- Each pair once, the smaller count first.
        AND (coalesce(one.plausible_low, one.low, 0), coalesce(one.plausible_high, one.high, 9e18), one.claim_id)
            < (coalesce(other.plausible_low, other.low, 0), coalesce(other.plausible_high, other.high, 9e18), other.claim_id)
        AND one.first_day <= other.last_day
        AND other.first_day <= one.last_day
)
SELECT
    pairs.incident,
    CASE
        WHEN plausible_meet OR (either_strict AND stated_meet) OR may_have_grown THEN 'tension'
        ELSE 'conflict'
    END AS agreement, -- conflict or tension
    pairs.measure,
    one.figure, -- the smaller count: ≥14, >70, 15–20, dozens
    one.source, -- on whose word; NULL where the article speaks in its own voice
    one.via, -- the other outlet through which it came
    one.publisher,
    one.published_on,
    one.quote, -- the words that carry it
    other.figure AS other_figure, -- the other count, likewise
    other.source AS other_source,
    other.via AS other_via,
    other.publisher AS other_publisher,
    other.published_on AS other_published_on,
    other.quote AS other_quote,
    one.unit, -- of both
    one.article_id,
    other.article_id AS other_article_id, -- the same where one article gives both
    pairs.claim_id,
    pairs.other_claim_id
FROM pairs
CROSS JOIN claims_with_sources AS one ON one.claim_id = pairs.claim_id
CROSS JOIN claims_with_sources AS other ON other.claim_id = pairs.other_claim_id
WHERE NOT plausible_meet OR (NOT is_same AND (one_soft OR NOT stated_meet));

INSERT INTO archive_contents (position, name, kind, description) VALUES
    (100, 'claims_with_sources', 'view', 'one claim: what it says, on whose word, in which words'),
    (110, 'tolls', 'view', 'one measure in one incident: between which figures the accounts differ'),
    (120, 'conflicts', 'view', 'two counts of the same thing that cannot both be right, or hardly so'),
    (130, 'timeline', 'view', 'one dated count or event: what is said to have happened on a day'),
    (140, 'quotations', 'view', 'one statement: who is said to have said what'),
    (150, 'citations', 'view', 'one source that one publisher relies on, and for how many claims'),
    (160, 'names_with_variants', 'view', 'one spelling of a name, and where it stands'),
    (170, 'article_versions', 'view', 'one version of an article, with what is known about it'),
    (180, 'sentences_with_text', 'view', 'one sentence of an article, with its words'),
    (190, 'claims_of_every_version', 'view', 'one claim of one version of an article, earlier versions too');
