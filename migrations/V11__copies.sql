-- Copies: which texts are copies of one another, and on which account each claim rests.

PRAGMA user_version = 11;

CREATE TABLE wordings (
    -- One row is one document as far as copies are looked for. Derived.
    capture_id INTEGER NOT NULL,
    wording_sha256 TEXT NOT NULL, -- SHA-256 over the words of its text, in lower case, each before a space: equal where the texts are, whatever the bytes
    words INTEGER NOT NULL, -- how many words
    shingles INTEGER NOT NULL, -- how many different runs of four words outside quotation marks
    CONSTRAINT "a document has one wording" PRIMARY KEY (capture_id),
    CONSTRAINT "wordings.capture_id is a document" FOREIGN KEY (capture_id) REFERENCES documents (capture_id),
    CONSTRAINT "wording_sha256 is 64 lowercase hexadecimal digits" CHECK (length(wording_sha256) = 64 AND wording_sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE INDEX wordings_by_wording ON wordings (wording_sha256);

CREATE TABLE fingerprints (
    -- One row is the hash of one run of four words of a text, of one in four to sixteen of them. Texts that share several are compared. Derived.
    fingerprint INTEGER NOT NULL, -- the first 31 bits of the hash
    capture_id INTEGER NOT NULL, -- of captures with the same wording the one with the lowest number
    CONSTRAINT "a text has a fingerprint once" PRIMARY KEY (fingerprint, capture_id),
    CONSTRAINT "fingerprints.capture_id has a wording" FOREIGN KEY (capture_id) REFERENCES wordings (capture_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE copies (
    -- One row is one capture whose text is a copy of another's. Derived.
    capture_id INTEGER NOT NULL,
    original_capture_id INTEGER NOT NULL, -- the first capture, by day of publication, of those that it is a copy of
    first_capture_id INTEGER NOT NULL, -- where following originals leads: all that have the same are one family
    kind TEXT NOT NULL, -- same_bytes, same_text (in other bytes) or near_duplicate
    percent INTEGER NOT NULL, -- how much of the shorter of the two texts the other has too, in shingles
    CONSTRAINT "a capture is a copy of one original" PRIMARY KEY (capture_id),
    CONSTRAINT "copies.capture_id has a wording" FOREIGN KEY (capture_id) REFERENCES wordings (capture_id),
    CONSTRAINT "copies.original_capture_id has a wording" FOREIGN KEY (original_capture_id) REFERENCES wordings (capture_id),
    CONSTRAINT "copies.first_capture_id has a wording" FOREIGN KEY (first_capture_id) REFERENCES wordings (capture_id),
    CONSTRAINT "a copy is of something else" CHECK (capture_id <> original_capture_id AND capture_id <> first_capture_id),
    CONSTRAINT "a copy is same_bytes, same_text or near_duplicate" CHECK (kind IN ('same_bytes', 'same_text', 'near_duplicate')),
    CONSTRAINT "percent is of a hundred" CHECK (percent BETWEEN 1 AND 100)
) STRICT;

CREATE INDEX copies_by_original ON copies (original_capture_id);
CREATE INDEX copies_by_first ON copies (first_capture_id);

CREATE VIEW copied_articles AS
-- One row is one article, in its latest version, that belongs to a family of copies with at least one other article.
WITH members AS (
    SELECT
        coalesce(copies.first_capture_id, captures.capture_id) AS first_capture_id,
        captures.capture_id, captures.article_id,
        copies.original_capture_id, copies.kind, copies.percent
    FROM captures
    LEFT JOIN copies ON copies.capture_id = captures.capture_id
    WHERE (copies.capture_id IS NOT NULL
            OR EXISTS (SELECT 1 FROM copies AS copy WHERE copy.first_capture_id = captures.capture_id))
        AND NOT EXISTS (
            SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
        )
),
families AS (
    SELECT first_capture_id, count(*) AS articles FROM members GROUP BY first_capture_id HAVING count(*) > 1
)
SELECT
    members.first_capture_id AS family, -- the number of the capture where the family begins
    families.articles, -- how many articles the family has
    coalesce(members.kind, 'first') AS kind, -- first, same_bytes, same_text or near_duplicate
    members.percent, -- how much of the shorter text stands in the other too; NULL for the first
    documents.publisher,
    documents.published_on, -- YYYY-MM-DD; NULL where it is not known
    documents.title,
    wordings.words, -- how many words the text has
    originals.publisher AS original_publisher, -- who published the text that it was found to be a copy of
    originals.title AS original_title,
    articles.identity AS article, -- the canonical address or the path
    members.article_id,
    members.capture_id,
    members.original_capture_id
FROM families
JOIN members ON members.first_capture_id = families.first_capture_id
JOIN articles ON articles.article_id = members.article_id
JOIN documents ON documents.capture_id = members.capture_id
JOIN wordings ON wordings.capture_id = members.capture_id
LEFT JOIN documents AS originals ON originals.capture_id = members.original_capture_id;

CREATE VIEW claims_with_accounts AS
-- One row is one claim of any version of an article, and the account that it rests on. Claims with the same account are not independent.
SELECT
    claim_id,
    capture_id,
    family, -- the capture where the family of copies begins; the claim's own where there are no copies
    CASE
        WHEN outlet IS NOT NULL THEN 'outlet'
        WHEN named IS NOT NULL THEN 'source'
        WHEN publisher IS NOT NULL THEN 'publisher'
        ELSE 'text'
    END AS account_kind, -- outlet: the one that the article names for it; source: the body or person that it names; publisher: the one that had the text first, where it names neither; text: likewise, publisher unknown
    lower(coalesce(
        -- An outlet under the name that stands for its other names.
        (SELECT publishers.publisher FROM publishers
         WHERE outlet IS NOT NULL
             AND (publishers.publisher = outlet COLLATE NOCASE
                 OR instr('|' || lower(publishers.aliases) || '|', '|' || lower(outlet) || '|') > 0)
         ORDER BY publishers.publisher LIMIT 1),
        outlet,
        named,
        CASE WHEN publisher LIKE 'the %' THEN substr(publisher, 5) ELSE publisher END,
        'text ' || family
    )) AS account -- its name in lower case
FROM (
    SELECT
        claims.claim_id,
        claims.capture_id,
        firsts.capture_id AS family,
        firsts.publisher,
        CASE
            WHEN claims.via LIKE 'the %' THEN substr(claims.via, 5)
            WHEN claims.via IS NOT NULL THEN claims.via
            WHEN claims.source_type = 'media' AND claims.source LIKE 'the %' THEN substr(claims.source, 5)
            WHEN claims.source_type = 'media' THEN claims.source
        END AS outlet,
        -- The body, or else the person, that the source names, under the name that stands for all spellings.
        (SELECT name_variants.name
         FROM mentions
         JOIN name_variants
             ON name_variants.name_kind = mentions.name_kind AND name_variants.spelling = mentions.spelling
         WHERE claims.source IS NOT NULL
             AND mentions.capture_id = claims.capture_id AND mentions.name_kind IN ('body', 'person')
             AND instr(claims.source, mentions.spelling) > 0
         ORDER BY mentions.name_kind, length(mentions.spelling) DESC, mentions.spelling LIMIT 1) AS named
    FROM claims
    LEFT JOIN copies ON copies.capture_id = claims.capture_id
    JOIN documents AS firsts ON firsts.capture_id = coalesce(copies.first_capture_id, claims.capture_id)
);

DROP VIEW tolls;

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
    count(DISTINCT claims_with_accounts.account) AS independent, -- on how many accounts these rest: copies of one text, and all that cite one outlet or named source, are one
    min(coalesce(claims.low, claims.high)) AS lowest, -- the smallest figure given
    max(coalesce(claims.high, claims.low)) AS highest, -- the greatest figure given, of those that name one; more may be meant
    sum(claims.high IS NULL) AS open_claims -- how many set no upper bound
FROM incident_claims
JOIN incidents ON incidents.incident = incident_claims.incident
JOIN claims ON claims.claim_id = incident_claims.claim_id
JOIN claims_with_accounts ON claims_with_accounts.claim_id = claims.claim_id
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

DROP VIEW conflicts;

CREATE VIEW conflicts AS
-- One row is two counts of the same thing in one incident that cannot both be true (conflict), or only if a soft wording is
-- stretched or the toll grew within a week (tension). Where the two stand in copies of one text, they are no two accounts:
-- it was edited. Not compared are parts and additions, other units, classes of people or days, one victim's own case with
-- other numbers, denied counts and counts of what has not happened; nor counts of which either copy has both.
WITH counts AS NOT MATERIALIZED (
    SELECT
        incident_claims.incident, incident_claims.measure, claims.claim_id, claims.unit, documents.published_on,
        claims.capture_id, coalesce(copies.first_capture_id, claims.capture_id) AS family,
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
    LEFT JOIN copies ON copies.capture_id = claims.capture_id
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
        one.family = other.family AND one.capture_id <> other.capture_id AS is_edited,
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
    -- A figure that was edited is not in the other copy any more.
    WHERE one.family <> other.family
        OR one.capture_id = other.capture_id
        OR NOT EXISTS (
            SELECT 1 FROM claims
            WHERE claims.capture_id = one.capture_id AND +claims.measure = one.measure
                AND claims.low IS other.low AND claims.high IS other.high
            UNION ALL
            SELECT 1 FROM claims
            WHERE claims.capture_id = other.capture_id AND +claims.measure = one.measure
                AND claims.low IS one.low AND claims.high IS one.high
        )
)
SELECT
    pairs.incident,
    CASE
        WHEN is_edited THEN 'edited'
        WHEN plausible_meet OR (either_strict AND stated_meet) OR may_have_grown THEN 'tension'
        ELSE 'conflict'
    END AS agreement, -- conflict, tension or edited
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
    (145, 'copied_articles', 'view', 'one article that has copies or is one: who had the story first'),
    (192, 'claims_with_accounts', 'view', 'one claim, and the account that it rests on'),
    (282, 'wordings', 'derived', 'one document as far as copies are looked for'),
    (284, 'copies', 'derived', 'one version of an article whose text is a copy of another'),
    (286, 'fingerprints', 'derived', 'one run of words in one text, by its hash, by which copies are found');
