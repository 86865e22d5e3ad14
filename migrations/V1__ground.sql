-- Ground: what cannot be made again. The bytes of each capture, where and when they were obtained, and the log.

PRAGMA application_id = 0x646F7372; -- "dosr"
PRAGMA user_version = 1; -- the number of this migration, as in every one

CREATE TABLE archive_contents (
    -- One row is one table or view of this archive, in the order in which to read them. Begin here.
    position INTEGER NOT NULL, -- views from 100, derived tables from 200, ground from 300, vocabulary from 400, machinery from 900
    name TEXT NOT NULL, -- the table or view
    kind TEXT NOT NULL, -- view (an answer), ground (cannot be made again), derived (made from ground), vocabulary (what words mean) or machinery
    description TEXT NOT NULL, -- what one row of it is
    CONSTRAINT "a position is taken once" PRIMARY KEY (position),
    CONSTRAINT "a table or view is listed once" UNIQUE (name),
    CONSTRAINT "kind is view, ground, derived, vocabulary or machinery" CHECK (kind IN ('view', 'ground', 'derived', 'vocabulary', 'machinery'))
) STRICT;

CREATE TABLE blobs (
    -- One row is one sequence of bytes exactly as it was found; identical bytes are kept once. Ground.
    sha256 TEXT NOT NULL, -- SHA-256 of bytes, 64 lowercase hexadecimal digits; equals what sha256sum prints for the file
    byte_length INTEGER NOT NULL, -- how many bytes
    bytes BLOB NOT NULL, -- the bytes; `select writefile('copy', bytes)` gives the file back
    CONSTRAINT "a blob is known by the SHA-256 of its bytes" PRIMARY KEY (sha256),
    CONSTRAINT "sha256 is 64 lowercase hexadecimal digits" CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT "byte_length is the length of bytes" CHECK (byte_length = length(bytes))
) STRICT;

CREATE TABLE articles (
    -- One row is one thing that has versions: a page at an address or a file at a path. Ground.
    article_id INTEGER NOT NULL,
    identity TEXT NOT NULL, -- the canonical URL where one is known, otherwise the origin of its first capture
    CONSTRAINT "an article has a number" PRIMARY KEY (article_id),
    CONSTRAINT "an article has one identity" UNIQUE (identity)
) STRICT;

CREATE TABLE captures (
    -- One row is one version of an article: the bytes found at one time in one place. Ground.
    capture_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL, -- the article that this is a version of
    sequence INTEGER NOT NULL, -- 1 for the first version, 2 for the next
    sha256 TEXT NOT NULL, -- the bytes
    origin TEXT NOT NULL, -- where they were found: a path (relative to the archive's folder where it lies in there), a path with #line, or stdin:
    retrieved_at TEXT NOT NULL, -- when they were read, UTC
    media_type TEXT NOT NULL, -- how the bytes are read: text/plain, text/markdown, text/html, application/ld+json
    given_metadata TEXT, -- what came beside the bytes (a sidecar, options), verbatim JSON in schema.org terms; NULL where nothing came
    tool TEXT NOT NULL, -- the program that stored it, with its version
    CONSTRAINT "a capture has a number" PRIMARY KEY (capture_id),
    CONSTRAINT "an article's versions are numbered once" UNIQUE (article_id, sequence),
    CONSTRAINT "captures.article_id is an article" FOREIGN KEY (article_id) REFERENCES articles (article_id),
    CONSTRAINT "captures.sha256 is a blob" FOREIGN KEY (sha256) REFERENCES blobs (sha256),
    CONSTRAINT "sequence begins at 1" CHECK (sequence >= 1),
    CONSTRAINT "retrieved_at is a UTC time" CHECK (retrieved_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
    CONSTRAINT "given_metadata is JSON" CHECK (given_metadata IS NULL OR json_valid(given_metadata))
) STRICT;

CREATE INDEX captures_by_blob ON captures (sha256);
CREATE INDEX captures_by_origin ON captures (origin);

CREATE TABLE log_kinds (
    -- One row is one kind of log entry. Vocabulary.
    log_kind TEXT NOT NULL,
    meaning TEXT NOT NULL,
    CONSTRAINT "a log kind is a word" PRIMARY KEY (log_kind)
) STRICT;

CREATE TABLE log_entries (
    -- One row is one entry of the append-only log: a leaf of a Merkle tree as in RFC 6962. Rows are never changed or removed. Ground.
    sequence INTEGER NOT NULL, -- the leaf's index, counted from 0 without gaps
    recorded_at TEXT NOT NULL, -- when it was appended, UTC; also in body
    log_kind TEXT NOT NULL, -- what it records; also in body
    body TEXT NOT NULL, -- a JSON object; its UTF-8 bytes are what is hashed
    leaf_hash TEXT NOT NULL, -- SHA-256 of a zero byte and the bytes of body (RFC 6962, 2.1), 64 lowercase hexadecimal digits
    CONSTRAINT "a log entry has an index" PRIMARY KEY (sequence),
    CONSTRAINT "log_entries.log_kind is a log kind" FOREIGN KEY (log_kind) REFERENCES log_kinds (log_kind),
    CONSTRAINT "log indexes begin at 0" CHECK (sequence >= 0),
    CONSTRAINT "body is JSON" CHECK (json_valid(body)),
    CONSTRAINT "leaf_hash is 64 lowercase hexadecimal digits" CHECK (length(leaf_hash) = 64 AND leaf_hash NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE TABLE vocabulary_sources (
    -- One row is one version of a file of words that a user added to the program's own. The last version of each name is in force;
    -- earlier ones stay, because what was derived with them can be derived again only with them. Ground.
    name TEXT NOT NULL, -- the file's name without its ending, which is also the vocabulary table that its rows are in
    version INTEGER NOT NULL, -- counted from 1 for each name
    sha256 TEXT NOT NULL, -- SHA-256 of content, 64 lowercase hexadecimal digits
    content TEXT NOT NULL, -- the whole file as it was given
    added_at TEXT NOT NULL, -- UTC
    tool TEXT NOT NULL, -- the program that stored it, with its version
    CONSTRAINT "a version of a vocabulary source is stored once" PRIMARY KEY (name, version),
    CONSTRAINT "version begins at 1" CHECK (version >= 1),
    CONSTRAINT "vocabulary_sources.sha256 is 64 lowercase hexadecimal digits" CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE TABLE ingests (
    -- One row is one run of ingest that finished, and what came of it. Ground, but no part of the log.
    ingest_id INTEGER NOT NULL,
    started_at TEXT NOT NULL, -- UTC
    finished_at TEXT NOT NULL, -- UTC
    tool TEXT NOT NULL, -- the program with its version
    stored INTEGER NOT NULL, -- articles that were new
    changed INTEGER NOT NULL, -- known articles whose bytes or given metadata had changed: new versions
    unchanged INTEGER NOT NULL, -- articles that were known already
    refused INTEGER NOT NULL, -- files or lines that could not be read as an article
    CONSTRAINT "an ingest has a number" PRIMARY KEY (ingest_id)
) STRICT;

CREATE TABLE checks (
    -- One row is one verification that was run, and its verdict. Ground, but no part of the log.
    check_id INTEGER NOT NULL,
    started_at TEXT NOT NULL, -- UTC
    finished_at TEXT NOT NULL, -- UTC
    tool TEXT NOT NULL, -- the program with its version
    log_size INTEGER NOT NULL, -- how many log entries there were
    log_root TEXT NOT NULL, -- the root of the log's Merkle tree at that size (RFC 6962), 64 lowercase hexadecimal digits
    captures_checked INTEGER NOT NULL,
    findings_count INTEGER NOT NULL, -- 0 means sound
    CONSTRAINT "a check has a number" PRIMARY KEY (check_id)
) STRICT;

CREATE TABLE findings (
    -- One row is one thing that a verification found wrong. Ground, but no part of the log.
    check_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL, -- counted from 1 within the check
    code TEXT NOT NULL, -- a stable word for the kind of finding, such as blob-altered
    object TEXT NOT NULL, -- what it was found in
    expected TEXT, -- what should be there; NULL where nothing should
    actual TEXT, -- what is there; NULL where nothing is
    remedy TEXT NOT NULL, -- what to do about it
    CONSTRAINT "a finding has a place in its check" PRIMARY KEY (check_id, ordinal),
    CONSTRAINT "findings.check_id is a check" FOREIGN KEY (check_id) REFERENCES checks (check_id)
) STRICT;

INSERT INTO archive_contents (position, name, kind, description) VALUES
    (10, 'archive_contents', 'machinery', 'one table or view of this archive, in the order in which to read them'),
    (300, 'articles', 'ground', 'one thing that has versions: a page at an address or a file at a path'),
    (310, 'captures', 'ground', 'one version of an article: the bytes found at one time in one place'),
    (320, 'blobs', 'ground', 'one sequence of bytes exactly as it was found; large, look at it through captures'),
    (330, 'log_entries', 'ground', 'one entry of the append-only log, by which it shows when anything is changed or removed'),
    (335, 'vocabulary_sources', 'ground', 'one version of a file of words that a user added to the program''s own'),
    (340, 'ingests', 'ground', 'one run of ingest, and what came of it'),
    (350, 'checks', 'ground', 'one verification that was run, and its verdict'),
    (360, 'findings', 'ground', 'one thing that a verification found wrong'),
    (499, 'log_kinds', 'vocabulary', 'one kind of log entry'),
    (900, 'refinery_schema_history', 'machinery', 'one migration that made or changed the tables');
