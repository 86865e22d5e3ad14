-- What articles came in: web archives, packages and dumps, and what these recorded of each article.

PRAGMA user_version = 8;

CREATE TABLE containers (
    -- One row is one file that holds articles, as it was when they were read out of it: a web archive, a package, a mailbox, a dump. Ground; also in the log.
    container_id INTEGER NOT NULL,
    origin TEXT NOT NULL, -- where the file was: a path (relative to the archive's folder where it lies in there), or stdin:
    kind TEXT NOT NULL, -- warc, wacz, zip, tar, gzip, mbox, feed, csv or jsonl
    byte_length INTEGER NOT NULL, -- how many bytes
    sha256 TEXT NOT NULL, -- SHA-256 of the whole file, 64 lowercase hexadecimal digits; the file itself is not kept
    read_at TEXT NOT NULL, -- when the first article of it was stored, UTC
    tool TEXT NOT NULL, -- the program that read it, with its version
    CONSTRAINT "a container has a number" PRIMARY KEY (container_id),
    CONSTRAINT "a container is listed once in each state" UNIQUE (origin, sha256),
    CONSTRAINT "containers.sha256 is 64 lowercase hexadecimal digits" CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT;

ALTER TABLE captures ADD COLUMN container_id INTEGER /* the file that it was first read out of; NULL where it was a file of its own */
    CONSTRAINT "captures.container_id is a container" REFERENCES containers (container_id);

ALTER TABLE captures ADD COLUMN record TEXT /* JSON: what the container or server recorded of it (time, status, headers), and how the bytes are encoded; NULL where nothing did */
    CONSTRAINT "record is JSON" CHECK (record IS NULL OR json_valid(record));

CREATE INDEX captures_by_container ON captures (container_id);

CREATE VIEW recordings AS
-- One row is one version of an article that was recorded by somebody else before it came here: by a crawler, a mail program, a feed.
SELECT
    articles.identity AS article, -- the canonical address or the path
    captures.sequence AS version,
    captures.record ->> 'date' AS recorded_at, -- as recorded; NULL where nothing says when
    captures.record ->> 'url' AS recorded_url, -- the address that was asked for
    captures.record ->> 'status' AS status, -- the server's answer
    captures.record -> 'headers' AS headers, -- the server's headers, JSON: a list of name and value
    captures.record -> 'redirects' AS redirects, -- JSON: a list of status and address
    containers.origin AS container, -- the file that it lay in; NULL where it came from a server
    containers.kind AS container_kind,
    containers.sha256 AS container_sha256,
    captures.origin, -- the file and the place in it
    captures.record, -- all that was recorded, JSON
    captures.retrieved_at, -- when it came here, UTC
    captures.capture_id
FROM captures
JOIN articles ON articles.article_id = captures.article_id
LEFT JOIN containers ON containers.container_id = captures.container_id
WHERE captures.record IS NOT NULL OR captures.container_id IS NOT NULL;

INSERT INTO archive_contents (position, name, kind, description) VALUES
    (196, 'recordings', 'view', 'one version of an article that was recorded elsewhere, with what was recorded'),
    (325, 'containers', 'ground', 'one file that held articles, such as a web archive, as it was when they were read');
