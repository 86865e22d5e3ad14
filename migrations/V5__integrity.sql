-- Integrity: what ties the log to the outside world, what became of each origin, what was erased by order, how far checks have come.

PRAGMA user_version = 5;

CREATE TABLE checkpoints (
    -- One row is one checkpoint of the log: its size and root, signed, as it was given out. Ground, but no part of the log.
    checkpoint_id INTEGER NOT NULL,
    origin TEXT NOT NULL, -- the log's name: the first line of the checkpoint
    log_size INTEGER NOT NULL, -- how many log entries it covers
    log_root TEXT NOT NULL, -- the root of the log's Merkle tree at that size (RFC 6962), 64 lowercase hexadecimal digits
    note TEXT NOT NULL, -- the whole signed note (C2SP signed-note over tlog-checkpoint), to the byte as it was published
    verifier_keys TEXT NOT NULL, -- the public keys that signed it (C2SP signed-note), one a line; whom they belong to is not for the archive to say
    made_at TEXT NOT NULL, -- UTC
    tool TEXT NOT NULL, -- the program with its version
    CONSTRAINT "a checkpoint has a number" PRIMARY KEY (checkpoint_id),
    CONSTRAINT "a checkpoint covers a log" CHECK (log_size >= 0),
    CONSTRAINT "checkpoints.log_root is 64 lowercase hexadecimal digits" CHECK (length(log_root) = 64 AND log_root NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE TABLE timestamps (
    -- One row is one timestamp that was asked for over a checkpoint (RFC 3161), with the answer where it has come. Ground, but no part of the log.
    timestamp_id INTEGER NOT NULL,
    checkpoint_id INTEGER NOT NULL, -- the checkpoint whose note is timestamped
    query BLOB NOT NULL, -- the TimeStampReq, DER
    asked_at TEXT NOT NULL, -- UTC
    response BLOB, -- the TimeStampResp, DER, as the authority sent it; NULL while none has come
    chain BLOB, -- certificates that lead from the authority to a root, PEM, as they were given; NULL where none were
    answered_at TEXT, -- when the response was taken in, UTC; NULL while none has come
    attested_at TEXT, -- the time that the response gives, UTC; as good as the authority's signature, which `openssl ts -verify` checks; NULL while none has come
    CONSTRAINT "a timestamp has a number" PRIMARY KEY (timestamp_id),
    CONSTRAINT "timestamps.checkpoint_id is a checkpoint" FOREIGN KEY (checkpoint_id) REFERENCES checkpoints (checkpoint_id)
) STRICT;

CREATE TABLE reading_outcomes (
    -- One row is one outcome that reading an origin again can have. Vocabulary.
    outcome TEXT NOT NULL,
    meaning TEXT NOT NULL,
    CONSTRAINT "an outcome is a word" PRIMARY KEY (outcome)
) STRICT;

CREATE TABLE readings (
    -- One row is one time that an origin was read again, and what came of it. Ground; the log holds a digest of each run's rows.
    reading_id INTEGER NOT NULL,
    run INTEGER NOT NULL, -- the run of reingest, counted from 1
    capture_id INTEGER NOT NULL, -- the newest version that was held before
    origin TEXT NOT NULL, -- what was read: a path or a URL
    read_at TEXT NOT NULL, -- when it was read, UTC
    outcome TEXT NOT NULL, -- unchanged, changed, gone, blocked, unreachable or unreadable
    detail TEXT, -- what exactly was answered or went wrong; NULL where there is nothing to say
    new_capture_id INTEGER, -- the version that was stored; NULL where none was
    CONSTRAINT "a reading has a number" PRIMARY KEY (reading_id),
    CONSTRAINT "readings.capture_id is a capture" FOREIGN KEY (capture_id) REFERENCES captures (capture_id),
    CONSTRAINT "readings.new_capture_id is a capture" FOREIGN KEY (new_capture_id) REFERENCES captures (capture_id),
    CONSTRAINT "readings.outcome is a reading outcome" FOREIGN KEY (outcome) REFERENCES reading_outcomes (outcome),
    CONSTRAINT "run begins at 1" CHECK (run >= 1)
) STRICT;

CREATE INDEX readings_by_capture ON readings (capture_id);
CREATE INDEX readings_by_origin ON readings (origin);

CREATE TABLE takedowns (
    -- One row is one sequence of bytes that was erased by order: its hash, its log entries and their proofs stay. Ground; also in the log.
    sha256 TEXT NOT NULL, -- SHA-256 of the bytes that were erased; their row in blobs stays with a length of 0
    text_sha256 TEXT, -- SHA-256 of the text that had been read from them, in UTF-8, by which the same text in other bytes is known; NULL where none had been read
    reason TEXT NOT NULL, -- the order, in words
    ordered_by TEXT NOT NULL, -- who ordered it
    taken_down_at TEXT NOT NULL, -- UTC
    tool TEXT NOT NULL, -- the program with its version
    CONSTRAINT "bytes are taken down once" PRIMARY KEY (sha256),
    CONSTRAINT "takedowns.sha256 is a blob" FOREIGN KEY (sha256) REFERENCES blobs (sha256)
) STRICT;

CREATE TABLE coverage (
    -- One row is one run of captures, by number, that a check went through. Ground, but no part of the log; sealed with its check.
    check_id INTEGER NOT NULL,
    first_capture_id INTEGER NOT NULL,
    last_capture_id INTEGER NOT NULL, -- captures that were stored later were not checked then
    depth TEXT NOT NULL, -- hashed: the bytes against their SHA-256; derived: also made again, and every row compared
    CONSTRAINT "a check goes through a run of captures once" PRIMARY KEY (check_id, first_capture_id),
    CONSTRAINT "coverage.check_id is a check" FOREIGN KEY (check_id) REFERENCES checks (check_id),
    CONSTRAINT "a run of captures has a first and a last" CHECK (first_capture_id <= last_capture_id),
    CONSTRAINT "depth is hashed or derived" CHECK (depth IN ('hashed', 'derived'))
) STRICT;

CREATE TABLE seals (
    -- One row is a digest of rows that the log does not tell of, taken when dossier wrote them; each is chained to the one before. Ground.
    seal_id INTEGER NOT NULL, -- counted from 1 without gaps; of several seals of one subject the last is in force
    subject TEXT NOT NULL, -- a table of which one row is sealed (a check with its findings and coverage), or a table as a whole; vocabulary: all of its tables
    subject_id INTEGER, -- the row's number; NULL where the table is sealed as a whole
    digest TEXT NOT NULL, -- SHA-256 over the rows, 64 lowercase hexadecimal digits
    chain TEXT NOT NULL, -- SHA-256 over the chain of the seal before, subject, subject_id and digest, each on a line
    CONSTRAINT "a seal has a number" PRIMARY KEY (seal_id),
    CONSTRAINT "seals.digest is 64 lowercase hexadecimal digits" CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT "chain is 64 lowercase hexadecimal digits" CHECK (length(chain) = 64 AND chain NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE VIEW captures_checked AS
-- One row is one capture, and when a check last hashed it and last made it again.
SELECT
    captures.capture_id,
    articles.identity AS article,
    captures.sequence AS version,
    max(checks.finished_at) AS hashed_at, -- UTC; NULL where no check has come to it yet
    max(checks.finished_at) FILTER (WHERE coverage.depth = 'derived') AS derived_at -- UTC; NULL likewise
FROM captures
JOIN articles ON articles.article_id = captures.article_id
LEFT JOIN coverage ON captures.capture_id BETWEEN coverage.first_capture_id AND coverage.last_capture_id
LEFT JOIN checks ON checks.check_id = coverage.check_id
GROUP BY captures.capture_id;

INSERT INTO archive_contents (position, name, kind, description) VALUES
    (332, 'checkpoints', 'ground', 'one checkpoint of the log, signed, as it was given out'),
    (333, 'timestamps', 'ground', 'one timestamp that was asked for over a checkpoint, with the answer'),
    (345, 'readings', 'ground', 'one time that an origin was read again, and what came of it'),
    (346, 'takedowns', 'ground', 'one sequence of bytes that was erased by order'),
    (195, 'captures_checked', 'view', 'one capture, and when a check last came to it'),
    (355, 'coverage', 'ground', 'one run of captures that a check went through'),
    (365, 'seals', 'ground', 'a digest of rows that the log does not tell of, chained to the one before'),
    (498, 'reading_outcomes', 'vocabulary', 'one outcome that reading an origin again can have');
