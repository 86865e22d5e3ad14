-- Reviews: what people decided about claims, and about which names and incidents are one. Machine and human reading stay
-- apart: a review changes no claim, it stands beside it, and the views below tell what comes of both.

PRAGMA user_version = 13;

CREATE TABLE reviews (
    -- One row is one decision of one person about one claim. Rows are never changed or removed; who changes his mind adds one. Ground; also in the log.
    review_id INTEGER NOT NULL,
    claim_key TEXT NOT NULL, -- the claim, by the key that it keeps over rebuilds; an added claim has its key from the same parts
    sha256 TEXT NOT NULL, -- the bytes of the article that says it
    decision TEXT NOT NULL, -- accept, reject, correct, add (the program had missed it) or withdraw (takes back what this person decided before)
    kind TEXT, -- the claim as this person leaves it, and for reject as it was rejected: columns as in claims; all NULL for withdraw, and where the article was taken down
    measure TEXT,
    event TEXT,
    low INTEGER,
    high INTEGER,
    qualifier TEXT,
    unit TEXT,
    counted_group TEXT,
    group_class TEXT,
    actor TEXT,
    target TEXT,
    relation TEXT,
    date_from TEXT,
    date_to TEXT,
    place TEXT,
    place_name TEXT,
    source TEXT,
    source_type TEXT,
    via TEXT,
    cue TEXT,
    direct INTEGER,
    polarity TEXT,
    modality TEXT,
    quote TEXT, -- the words that carry it, verbatim in the article's text
    start_offset INTEGER, -- code points of the article's text before the quote
    end_offset INTEGER, -- code points up to its end
    plausible_low INTEGER,
    plausible_high INTEGER,
    seen TEXT, -- JSON: the claim as the program read it when this person looked; NULL where it had not found it
    note TEXT, -- why, in this person's words; NULL where nothing was said
    reviewer TEXT NOT NULL, -- who decided
    reviewed_at TEXT NOT NULL, -- UTC
    tool TEXT NOT NULL, -- the program with its version
    CONSTRAINT "a review has a number" PRIMARY KEY (review_id),
    CONSTRAINT "reviews.sha256 is a blob" FOREIGN KEY (sha256) REFERENCES blobs (sha256),
    CONSTRAINT "reviews.claim_key is 64 lowercase hexadecimal digits" CHECK (length(claim_key) = 64 AND claim_key NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT "a decision is accept, reject, correct, add or withdraw" CHECK (decision IN ('accept', 'reject', 'correct', 'add', 'withdraw')),
    CONSTRAINT "a reviewer has a name" CHECK (trim(reviewer) <> ''),
    CONSTRAINT "seen is JSON" CHECK (seen IS NULL OR json_valid(seen))
) STRICT;

CREATE INDEX reviews_by_claim ON reviews (claim_key, reviewer);
CREATE INDEX reviews_by_blob ON reviews (sha256);

CREATE TABLE identity_reviews (
    -- One row is one decision of one person that two names, or two incidents, are one or are not. Rows are never changed or removed. Ground; also in the log.
    identity_review_id INTEGER NOT NULL,
    decision TEXT NOT NULL, -- merge (both are one), split (they are not), or withdraw (takes back what this person decided about the two before)
    kind TEXT NOT NULL, -- place, person, body, or incident
    name TEXT, -- a spelling of the name that stays, or the incident; NULL where all articles with it were taken down
    other_name TEXT, -- a spelling of the other name; the other incident; for the split of an incident the key of a claim that is not of it
    note TEXT, -- why; NULL where nothing was said
    reviewer TEXT NOT NULL, -- who decided
    reviewed_at TEXT NOT NULL, -- UTC
    tool TEXT NOT NULL, -- the program with its version
    CONSTRAINT "an identity review has a number" PRIMARY KEY (identity_review_id),
    CONSTRAINT "a decision is merge, split or withdraw" CHECK (decision IN ('merge', 'split', 'withdraw')),
    CONSTRAINT "what is merged or split is place, person, body or incident" CHECK (kind IN ('place', 'person', 'body', 'incident')),
    CONSTRAINT "two different things are merged or split" CHECK (name IS NULL OR name <> other_name),
    CONSTRAINT "an identity review has a reviewer with a name" CHECK (trim(reviewer) <> '')
) STRICT;

CREATE VIEW standing_reviews AS
-- One row is the last decision of one person about one claim, unless it was taken back.
SELECT *
FROM reviews
WHERE decision <> 'withdraw'
    AND quote IS NOT NULL -- NULL where the article was taken down
    AND NOT EXISTS (
        SELECT 1 FROM reviews AS later
        WHERE later.claim_key = reviews.claim_key AND later.reviewer = reviews.reviewer AND later.review_id > reviews.review_id
    );

CREATE VIEW review_states AS
-- One row is one claim that somebody decided about, and what came of it.
SELECT
    standing.claim_key,
    standing.sha256,
    CASE
        WHEN count(DISTINCT CASE WHEN decision = 'reject' THEN 'reject' ELSE json_array(
            measure, event, low, high, qualifier, unit, counted_group, actor, target, relation, date_from, date_to, place,
            place_name, source, source_type, via, cue, direct, polarity, modality
        ) END) > 1 THEN 'disputed'
        WHEN max(decision = 'reject') THEN 'rejected'
        WHEN EXISTS (SELECT 1 FROM reviews WHERE reviews.claim_key = standing.claim_key AND reviews.decision = 'add') THEN 'added'
        WHEN max(decision = 'correct') THEN 'corrected'
        ELSE 'accepted'
    END AS review, -- accepted, corrected, added, rejected, or disputed where reviewers disagree: then nothing is decided
    group_concat(reviewer || ' (' || decision || ')', ', ') AS reviewers, -- who, and what each decided
    count(*) AS decisions,
    nullif(group_concat(CASE WHEN note IS NOT NULL THEN reviewer || ': ' || note END, '; '), '') AS review_note, -- why
    max(reviewed_at) AS reviewed_at, -- UTC
    coalesce(min(CASE WHEN decision <> 'reject' THEN review_id END), max(review_id)) AS review_id -- the review whose values stand
FROM (SELECT * FROM standing_reviews ORDER BY review_id) AS standing
GROUP BY standing.claim_key;

CREATE VIEW machine_readings AS
-- One row is one claim of one version of an article with all that a reviewer may decide about, as the program reads it.
SELECT
    claim_id,
    claim_key,
    capture_id,
    json_object(
        'kind', kind, 'measure', measure, 'event', event, 'low', low, 'high', high, 'qualifier', qualifier, 'unit', unit,
        'counted_group', counted_group, 'actor', actor, 'target', target, 'relation', relation, 'date_from', date_from,
        'date_to', date_to, 'place', place, 'place_name', place_name, 'source', source, 'source_type', source_type, 'via', via,
        'cue', cue, 'direct', direct, 'polarity', polarity, 'modality', modality
    ) AS reading -- JSON
FROM claims;

CREATE VIEW decided_claims AS
-- One row is one claim of one version of an article that somebody decided about, as it stands after review. Its columns are
-- those of claims_of_every_version, where each is explained, and behind them what people decided.
WITH standing AS (
    -- As a person left it.
    SELECT
        coalesce(claims.claim_id, -(reviews.review_id * 4294967296 + captures.capture_id)) AS claim_id,
        reviews.claim_key, captures.capture_id, reviews.kind, reviews.measure, reviews.event, reviews.low, reviews.high,
        reviews.qualifier, reviews.unit, reviews.counted_group, reviews.group_class, reviews.actor, reviews.target,
        reviews.relation, reviews.date_from, reviews.date_to, reviews.place, reviews.place_name, reviews.source,
        reviews.source_type, reviews.via, reviews.cue, reviews.direct, coalesce(claims.resolved, 0) AS resolved,
        reviews.polarity, reviews.modality, reviews.quote, reviews.start_offset, reviews.end_offset, reviews.plausible_low,
        reviews.plausible_high,
        coalesce(claims.rule, 'review') AS rule,
        iif(claims.date_from IS reviews.date_from AND claims.date_to IS reviews.date_to, claims.date_basis, 'review') AS date_basis,
        iif(claims.place IS reviews.place, claims.place_basis, 'review') AS place_basis,
        iif(claims.source IS reviews.source, claims.source_basis, 'review') AS source_basis,
        claims.claim_id AS machine_claim_id, reviews.seen,
        claims.place_name IS reviews.place_name AND claims.date_from IS reviews.date_from AND claims.date_to IS reviews.date_to
            AS is_there_and_then,
        states.review, states.reviewers, states.review_note, states.reviewed_at
    FROM review_states AS states
    JOIN reviews ON reviews.review_id = states.review_id
    JOIN captures ON captures.sha256 = states.sha256
    LEFT JOIN claims ON claims.capture_id = captures.capture_id AND claims.claim_key = states.claim_key
    WHERE states.review <> 'disputed' OR claims.claim_id IS NULL
    UNION ALL
    -- Where reviewers disagree, as the program reads it.
    SELECT
        claims.claim_id, claims.claim_key, claims.capture_id, claims.kind, claims.measure, claims.event, claims.low, claims.high,
        claims.qualifier, claims.unit, claims.counted_group, claims.group_class, claims.actor, claims.target,
        claims.relation, claims.date_from, claims.date_to, claims.place, claims.place_name, claims.source,
        claims.source_type, claims.via, claims.cue, claims.direct, claims.resolved,
        claims.polarity, claims.modality, claims.quote, claims.start_offset, claims.end_offset, claims.plausible_low,
        claims.plausible_high, claims.rule, claims.date_basis, claims.place_basis, claims.source_basis,
        claims.claim_id, reviews.seen, 1, states.review, states.reviewers, states.review_note, states.reviewed_at
    FROM review_states AS states
    JOIN reviews ON reviews.review_id = states.review_id
    JOIN captures ON captures.sha256 = states.sha256
    JOIN claims ON claims.capture_id = captures.capture_id AND claims.claim_key = states.claim_key
    WHERE states.review = 'disputed'
),
placed AS (
    SELECT
        standing.*,
        coalesce(
            (SELECT name_variants.name FROM name_variants
             WHERE name_variants.name_kind = 'place' AND name_variants.spelling = standing.place_name),
            standing.place_name
        ) AS known_place
    FROM standing
)
SELECT
    CASE
        WHEN machine_claim_id IS NOT NULL AND is_there_and_then THEN
            (SELECT min(incident_claims.incident) FROM incident_claims WHERE incident_claims.claim_id = machine_claim_id)
        WHEN placed.kind <> 'statement' THEN
            -- The incident of its place whose days it shares; what is vaguer than a week shares only the very same span.
            (SELECT min(incidents.incident) FROM incidents
             WHERE incidents.place = placed.known_place
                 AND ((incidents.date_from = coalesce(placed.date_from, placed.date_to) AND incidents.date_to IS placed.date_to)
                     OR (incidents.incident GLOB '*-' || incidents.date_from AND length(incidents.date_from) = 10
                         AND julianday(placed.date_to) - julianday(placed.date_from) < 7 AND length(placed.date_from) = 10
                         AND placed.date_from <= incidents.date_to AND placed.date_to >= incidents.date_from)))
    END AS incident,
    documents.publisher,
    documents.published_on,
    documents.title,
    placed.kind,
    placed.measure,
    placed.event,
    coalesce(placed.measure, placed.event, placed.kind) AS what,
    CASE placed.qualifier
        WHEN 'exact' THEN printf('%,d', placed.low)
        WHEN 'at_least' THEN '≥' || printf('%,d', placed.low)
        WHEN 'more_than' THEN '>' || printf('%,d', placed.low)
        WHEN 'up_to' THEN '≤' || printf('%,d', placed.high)
        WHEN 'less_than' THEN '<' || printf('%,d', placed.high)
        WHEN 'about' THEN '~' || printf('%,d', coalesce(placed.low, placed.high))
        WHEN 'nearly' THEN 'nearly ' || printf('%,d', coalesce(placed.high, placed.low))
        WHEN 'range' THEN printf('%,d', placed.low) || '–' || printf('%,d', placed.high)
        WHEN 'indefinite' THEN
            CASE placed.low
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
                ELSE '≥' || printf('%,d', placed.low)
            END
    END AS figure,
    placed.low,
    placed.high,
    placed.qualifier,
    placed.unit,
    placed.counted_group,
    placed.actor,
    placed.target,
    placed.relation,
    placed.date_from,
    placed.date_to,
    CASE
        WHEN placed.date_from = placed.date_to THEN placed.date_from
        WHEN placed.date_from IS NOT NULL OR placed.date_to IS NOT NULL
            THEN coalesce(placed.date_from, '..') || '/' || coalesce(placed.date_to, '..')
    END AS date,
    placed.place,
    placed.known_place,
    placed.source,
    placed.source_type,
    placed.via,
    placed.cue,
    placed.direct,
    placed.resolved,
    placed.polarity,
    placed.modality,
    placed.quote,
    (SELECT substr(documents.text, sentences.start_offset + 1, sentences.end_offset - sentences.start_offset)
     FROM sentences
     WHERE sentences.capture_id = placed.capture_id AND sentences.start_offset <= placed.start_offset
     ORDER BY sentences.ordinal DESC LIMIT 1) AS sentence,
    placed.date_basis,
    placed.place_basis,
    placed.source_basis,
    placed.rule,
    articles.identity AS article,
    captures.article_id,
    captures.sequence AS version,
    placed.capture_id,
    placed.claim_id, -- of the program's claim; negative where it has none
    placed.claim_key,
    placed.start_offset,
    placed.end_offset,
    placed.group_class,
    placed.plausible_low,
    placed.plausible_high,
    iif(placed.review IN ('rejected', 'disputed') AND machine_claim_id IS NOT NULL, 'machine', 'reviewed') AS reading, -- whose reading this row is: machine or reviewed
    placed.review, -- accepted, corrected, added, rejected, or disputed where reviewers disagree
    placed.reviewers, -- who, and what each decided
    placed.review_note, -- why, in each one's words
    CASE
        WHEN machine_claim_id IS NULL AND placed.seen IS NULL THEN 'never'
        WHEN machine_claim_id IS NULL THEN 'gone'
        WHEN placed.seen IS NULL OR placed.seen = machine_readings.reading THEN 'same'
        ELSE 'changed'
    END AS machine, -- what the program reads now: same (as when it was reviewed), changed, gone, or never (it never found the claim)
    machine_readings.reading AS machine_reading, -- JSON; NULL where it has none
    placed.place_name -- the bare name within place
FROM placed
JOIN captures ON captures.capture_id = placed.capture_id
JOIN articles ON articles.article_id = captures.article_id
JOIN documents ON documents.capture_id = placed.capture_id
LEFT JOIN machine_readings ON machine_readings.claim_id = placed.machine_claim_id;

CREATE VIEW reviewed_claims AS
-- One row is one claim of the latest version of an article as it stands after review: corrected, added, accepted, as the program
-- read it where nobody has looked yet or reviewers disagree; rejected ones are here too. Columns as in claims_with_sources.
SELECT claims_with_sources.*, 'machine' AS reading, 'unreviewed' AS review, NULL AS reviewers, NULL AS review_note
FROM claims_with_sources
WHERE NOT EXISTS (SELECT 1 FROM review_states WHERE review_states.claim_key = claims_with_sources.claim_key)
UNION ALL
SELECT
    incident, publisher, published_on, title, kind, measure, event, what, figure, low, high, qualifier, unit, counted_group, actor,
    target, relation, date_from, date_to, date, place, known_place, source, source_type, via, cue, direct, resolved, polarity,
    modality, quote, sentence, date_basis, place_basis, source_basis, rule, article, article_id, version, capture_id, claim_id,
    claim_key, start_offset, end_offset, group_class, plausible_low, plausible_high,
    reading, -- whose reading this row is: machine or reviewed
    review, -- unreviewed, accepted, corrected, added, rejected, or disputed where reviewers disagree
    reviewers, -- who, and what each decided; NULL where nobody has
    review_note -- why, in each one's words
FROM decided_claims
WHERE NOT EXISTS (
    SELECT 1 FROM captures AS later
    WHERE later.article_id = decided_claims.article_id AND later.sequence > decided_claims.version
);

CREATE VIEW standing_identity_reviews AS
-- One row is the last decision of one person about two names or two incidents, unless it was taken back.
SELECT *
FROM identity_reviews
WHERE decision <> 'withdraw'
    AND name IS NOT NULL -- NULL where its articles were taken down
    AND NOT EXISTS (
        SELECT 1 FROM identity_reviews AS later
        WHERE later.kind = identity_reviews.kind AND later.reviewer = identity_reviews.reviewer
            AND ((later.name = identity_reviews.name AND later.other_name = identity_reviews.other_name)
                OR (later.name = identity_reviews.other_name AND later.other_name = identity_reviews.name))
            AND later.identity_review_id > identity_reviews.identity_review_id
    );

CREATE VIEW identity_states AS
-- One row is two names, or two incidents, that somebody decided about, and what came of it.
SELECT
    kind,
    min(name, other_name) AS one,
    max(name, other_name) AS other,
    CASE WHEN count(DISTINCT decision) > 1 THEN 'disputed' WHEN min(decision) = 'merge' THEN 'merged' ELSE 'split' END
        AS review, -- merged, split, or disputed where reviewers disagree: then nothing is decided
    group_concat(reviewer || ' (' || decision || ')', ', ') AS reviewers, -- who, and what each decided
    nullif(group_concat(CASE WHEN note IS NOT NULL THEN reviewer || ': ' || note END, '; '), '') AS review_note, -- why
    min(identity_review_id) AS identity_review_id -- of the first who decided
FROM (SELECT * FROM standing_identity_reviews ORDER BY identity_review_id)
GROUP BY kind, min(name, other_name), max(name, other_name);

CREATE VIEW reviewed_name_variants AS
-- One row is one spelling met in the texts, and the name that it is a spelling of after review: merged names are one, and what
-- was split off is a name of its own. Columns as in name_variants.
WITH RECURSIVE decided AS (
    SELECT states.kind, states.review, reviews.name, reviews.other_name
    FROM identity_states AS states
    JOIN identity_reviews AS reviews ON reviews.identity_review_id = states.identity_review_id
    WHERE states.kind <> 'incident' AND states.review <> 'disputed'
),
apart AS (
    SELECT
        name_kind, spelling, sound, occurrences,
        iif(EXISTS (
            SELECT 1 FROM decided
            WHERE decided.review = 'split' AND decided.kind = name_variants.name_kind AND decided.other_name = name_variants.spelling
        ), spelling, name) AS name
    FROM name_variants
),
merges AS (
    SELECT decided.kind, goes.name, stays.name AS into_name
    FROM decided
    JOIN apart AS stays ON stays.name_kind = decided.kind AND stays.spelling = decided.name
    JOIN apart AS goes ON goes.name_kind = decided.kind AND goes.spelling = decided.other_name
    WHERE decided.review = 'merged' AND stays.name <> goes.name
),
followed (kind, name, reached, steps) AS (
    SELECT kind, name, into_name, 1 FROM merges
    UNION
    SELECT followed.kind, followed.name, merges.into_name, followed.steps + 1
    FROM followed
    JOIN merges ON merges.kind = followed.kind AND merges.name = followed.reached
    WHERE followed.steps < 20
)
SELECT
    apart.name_kind,
    apart.spelling,
    coalesce(
        (SELECT followed.reached FROM followed
         WHERE followed.kind = apart.name_kind AND followed.name = apart.name
         ORDER BY followed.steps DESC, followed.reached LIMIT 1),
        apart.name
    ) AS name,
    apart.sound,
    apart.occurrences
FROM apart;

CREATE VIEW merged_incidents AS
-- One row is one incident that people said is another, and that other.
WITH RECURSIVE decided AS (
    SELECT reviews.name AS into_incident, reviews.other_name AS incident
    FROM identity_states AS states
    JOIN identity_reviews AS reviews ON reviews.identity_review_id = states.identity_review_id
    WHERE states.kind = 'incident' AND states.review = 'merged'
),
followed (incident, reached, steps) AS (
    SELECT incident, into_incident, 1 FROM decided
    UNION
    SELECT followed.incident, decided.into_incident, followed.steps + 1
    FROM followed
    JOIN decided ON decided.incident = followed.reached
    WHERE followed.steps < 20
)
SELECT incident, reached AS stands_for -- the incident under which its claims are told
FROM followed
WHERE NOT EXISTS (SELECT 1 FROM decided WHERE decided.incident = followed.reached)
GROUP BY incident;

CREATE VIEW split_claims AS
-- One row is one claim that people said is not about the incident that the program puts it into.
SELECT
    iif(incidents.incident = states.one, states.other, states.one) AS claim_key,
    incidents.incident,
    states.reviewers, -- who, and what each decided
    states.review_note -- why
FROM identity_states AS states
JOIN incidents ON incidents.incident IN (states.one, states.other)
WHERE states.kind = 'incident' AND states.review = 'split'
    AND length(states.one) + length(states.other) = length(incidents.incident) + 64;

INSERT INTO archive_contents (position, name, kind, description) VALUES
    (163, 'reviewed_name_variants', 'view', 'one spelling, and the name that it is of after review'),
    (164, 'merged_incidents', 'view', 'one incident that people said is another'),
    (165, 'split_claims', 'view', 'one claim that people said is not about its incident'),
    (105, 'reviewed_claims', 'view', 'one claim as it stands after people looked at it, with what they decided'),
    (162, 'identity_states', 'view', 'two names or two incidents that people said are one, or are not'),
    (191, 'decided_claims', 'view', 'one claim of any version that people decided about, as it stands'),
    (193, 'review_states', 'view', 'one claim that people decided about, and what came of it'),
    (194, 'standing_reviews', 'view', 'the last decision of one person about one claim'),
    (185, 'machine_readings', 'view', 'one claim with all that a reviewer may decide about, as the program reads it'),
    (186, 'standing_identity_reviews', 'view', 'the last decision of one person about two names or two incidents'),
    (343, 'reviews', 'ground', 'one decision of one person about one claim'),
    (344, 'identity_reviews', 'ground', 'one decision of one person that two names, or two incidents, are one or are not');
