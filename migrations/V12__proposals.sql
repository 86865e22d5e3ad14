-- Proposals: claims that a tool from elsewhere found in the articles, kept apart from the archive's own reading.

PRAGMA user_version = 12;

CREATE TABLE proposal_sets (
    -- One row is what one tool proposed for one capture at one time. Ground; also in the log.
    set_id INTEGER NOT NULL,
    capture_id INTEGER NOT NULL, -- the version of the article that was read
    proposed_by TEXT NOT NULL, -- the tool with its version, as whoever imported it named it
    sequence INTEGER NOT NULL, -- counted from 1 for each capture and tool; the last is in force
    origin TEXT NOT NULL, -- the file that the proposals came in: a path, or stdin:
    file_sha256 TEXT NOT NULL, -- SHA-256 of the whole file, 64 lowercase hexadecimal digits; the file itself is not kept
    text_sha256 TEXT NOT NULL, -- SHA-256 of the text in which the quotes were found
    proposals INTEGER NOT NULL, -- how many were taken; 0 where the tool found nothing or all were refused
    digest TEXT NOT NULL, -- SHA-256 over the rows of proposals, 64 lowercase hexadecimal digits
    imported_at TEXT NOT NULL, -- UTC
    tool TEXT NOT NULL, -- the program that imported it, with its version
    CONSTRAINT "a set of proposals has a number" PRIMARY KEY (set_id),
    CONSTRAINT "a tool's sets for a capture are numbered once" UNIQUE (capture_id, proposed_by, sequence),
    CONSTRAINT "proposal_sets.capture_id is a capture" FOREIGN KEY (capture_id) REFERENCES captures (capture_id),
    CONSTRAINT "proposal_sets.file_sha256 is 64 lowercase hexadecimal digits" CHECK (length(file_sha256) = 64 AND file_sha256 NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT "proposal_sets.text_sha256 is 64 lowercase hexadecimal digits" CHECK (length(text_sha256) = 64 AND text_sha256 NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT "proposal_sets.digest is 64 lowercase hexadecimal digits" CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE TABLE proposals (
    -- One row is one claim that a tool proposed; its words stood in the text when it was imported. Not a truth, and not the archive's own reading. Ground.
    set_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL, -- counted from 1 within the set, in the order of the file
    kind TEXT NOT NULL, -- count, event or statement
    measure TEXT, -- a count: what is counted
    event TEXT, -- an event: what happened
    low INTEGER, -- a count: the least number that the wording commits to; NULL is open
    high INTEGER, -- a count: the greatest number that the wording commits to; NULL is open
    qualifier TEXT, -- a count: how the number is put
    unit TEXT, -- money: ISO 4217 code; term: day, week, month or year
    counted_group TEXT, -- a count: who or what is counted, as worded, without the number
    actor TEXT, -- by whom, as worded
    target TEXT, -- an event: to whom, as worded
    relation TEXT, -- a count: additional, total or subset; NULL where it stands alone
    date_from TEXT, -- when it is said to have begun: YYYY-MM-DD, YYYY-MM or YYYY; NULL is open, or unknown where date_to is NULL too
    date_to TEXT, -- when it is said to have ended, likewise
    place TEXT, -- where, as worded
    source TEXT, -- on whose word; for a statement its speaker; NULL where the article speaks in its own voice
    via TEXT, -- the other outlet through which it came
    cue TEXT, -- a statement: the words that attribute it
    direct INTEGER NOT NULL, -- 1 for a statement between quotation marks, otherwise 0
    resolved INTEGER NOT NULL, -- 1 where the statement's sentence does not name its speaker in full, otherwise 0
    polarity TEXT NOT NULL, -- asserted or denied
    modality TEXT NOT NULL, -- fact, alleged, possible or unreal
    quote TEXT NOT NULL, -- the words that carry it: substr(text, start_offset + 1, end_offset - start_offset)
    start_offset INTEGER NOT NULL, -- code points of the document's text before the quote
    end_offset INTEGER NOT NULL, -- code points up to its end
    further TEXT, -- JSON: what else the tool said of it, such as how sure it is; NULL where it said no more
    CONSTRAINT "a proposal has a place in its set" PRIMARY KEY (set_id, ordinal),
    CONSTRAINT "proposals.set_id is a set of proposals" FOREIGN KEY (set_id) REFERENCES proposal_sets (set_id),
    CONSTRAINT "proposals.kind is a claim kind" CHECK (kind IN ('count', 'event', 'statement')),
    CONSTRAINT "a proposed count has a measure, a proposed event has an event" CHECK ((kind = 'count') = (measure IS NOT NULL) AND (kind = 'event') = (event IS NOT NULL)),
    CONSTRAINT "a proposed count has a number" CHECK (kind <> 'count' OR low IS NOT NULL OR high IS NOT NULL),
    CONSTRAINT "proposals.low is not above high" CHECK (low IS NULL OR high IS NULL OR low <= high),
    CONSTRAINT "proposals.direct and resolved are 0 or 1" CHECK (direct IN (0, 1) AND resolved IN (0, 1)),
    CONSTRAINT "proposals.polarity is asserted or denied" CHECK (polarity IN ('asserted', 'denied')),
    CONSTRAINT "proposals.modality is fact, alleged, possible or unreal" CHECK (modality IN ('fact', 'alleged', 'possible', 'unreal')),
    CONSTRAINT "a proposal's quote has a length" CHECK (start_offset < end_offset),
    CONSTRAINT "further is JSON" CHECK (further IS NULL OR json_valid(further))
) STRICT, WITHOUT ROWID;

CREATE VIEW proposed_claims AS
-- One row is one claim that a tool proposed for the latest version of an article, in the last set of that tool. Not a truth, and not the archive's own reading.
SELECT
    proposal_sets.proposed_by, -- the tool with its version
    documents.publisher,
    documents.published_on, -- YYYY-MM-DD; NULL where it is not known
    documents.title,
    proposals.kind, -- count, event or statement
    coalesce(proposals.measure, proposals.event, proposals.kind) AS what, -- the measure, the event, or the word statement
    proposals.low, -- NULL is open
    proposals.high, -- NULL is open
    proposals.qualifier,
    proposals.unit,
    proposals.counted_group, -- who or what is counted, as worded
    proposals.actor,
    proposals.target,
    proposals.relation,
    proposals.date_from, -- YYYY-MM-DD, YYYY-MM or YYYY
    proposals.date_to,
    proposals.place,
    proposals.source,
    proposals.via,
    proposals.polarity,
    proposals.modality,
    proposals.quote, -- the words that carry it
    EXISTS (
        SELECT 1 FROM claims
        WHERE claims.capture_id = proposal_sets.capture_id AND claims.kind = proposals.kind
            AND claims.start_offset < proposals.end_offset AND claims.end_offset > proposals.start_offset
            AND claims.measure IS proposals.measure AND claims.event IS proposals.event
            AND claims.low IS proposals.low AND claims.high IS proposals.high
    ) AS is_found, -- 1 where the archive's own reading has a claim of the same kind, measure or event and figure in these words
    proposals.further, -- JSON: what else the tool said
    proposal_sets.imported_at, -- UTC
    captures.article_id,
    proposal_sets.capture_id,
    proposals.start_offset,
    proposals.end_offset,
    proposals.set_id,
    proposals.ordinal
FROM proposals
JOIN proposal_sets ON proposal_sets.set_id = proposals.set_id
JOIN captures ON captures.capture_id = proposal_sets.capture_id
JOIN documents ON documents.capture_id = proposal_sets.capture_id
WHERE NOT EXISTS (
        SELECT 1 FROM proposal_sets AS later
        WHERE later.capture_id = proposal_sets.capture_id AND later.proposed_by = proposal_sets.proposed_by
            AND later.sequence > proposal_sets.sequence
    )
    AND NOT EXISTS (
        SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
    );

INSERT INTO archive_contents (position, name, kind, description) VALUES
    (198, 'proposed_claims', 'view', 'one claim that a tool from elsewhere proposed, apart from the archive''s own reading'),
    (347, 'proposal_sets', 'ground', 'what one tool proposed for one version of an article at one time'),
    (348, 'proposals', 'ground', 'one claim that a tool from elsewhere proposed');
