-- Derived: what can be made again from ground by `dossier rebuild`, and is compared with it by `dossier verify`.

PRAGMA user_version = 3;

CREATE TABLE documents (
    -- One row is one capture, read: its text and what stands about it in the text or beside it. Derived.
    capture_id INTEGER NOT NULL,
    title TEXT, -- NULL where none was given or found
    byline TEXT, -- who wrote it, as worded
    publisher TEXT,
    published_on TEXT, -- the day of publication, YYYY-MM-DD; NULL where it is not known
    url TEXT, -- the canonical address
    language TEXT, -- BCP 47 tag
    text TEXT NOT NULL, -- the article's text; for plain text the decoded file, unchanged. All offsets count its code points from 0
    text_sha256 TEXT NOT NULL, -- SHA-256 of text in UTF-8
    CONSTRAINT "a document is a capture, read" PRIMARY KEY (capture_id),
    CONSTRAINT "documents.capture_id is a capture" FOREIGN KEY (capture_id) REFERENCES captures (capture_id),
    CONSTRAINT "published_on is a day" CHECK (published_on IS NULL OR published_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE INDEX documents_by_date ON documents (published_on);
CREATE INDEX documents_by_text ON documents (text_sha256);

CREATE TABLE sentences (
    -- One row is one sentence of a document: substr(text, start_offset + 1, end_offset - start_offset). Derived.
    capture_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL, -- counted from 1
    start_offset INTEGER NOT NULL, -- code points of the document's text before it
    end_offset INTEGER NOT NULL, -- code points up to its end
    CONSTRAINT "a sentence has a place in its document" PRIMARY KEY (capture_id, ordinal),
    CONSTRAINT "sentences.capture_id is a document" FOREIGN KEY (capture_id) REFERENCES documents (capture_id),
    CONSTRAINT "a sentence has a length" CHECK (start_offset < end_offset)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
    -- One row is one assertion that an article puts on record, in words that lead back to it. Not a truth: the archive never decides who is right. Derived.
    claim_id INTEGER NOT NULL,
    claim_key TEXT NOT NULL, -- stable over rebuilds: hash of the capture's SHA-256, kind, what, start and end; 64 lowercase hexadecimal digits
    capture_id INTEGER NOT NULL, -- the version of the article that says it
    kind TEXT NOT NULL, -- count, event or statement
    measure TEXT, -- a count: what is counted
    event TEXT, -- an event: what happened
    low INTEGER, -- a count: the least number that the wording commits to; NULL is open
    high INTEGER, -- a count: the greatest number that the wording commits to; NULL is open
    qualifier TEXT, -- a count: how the number is put
    unit TEXT, -- money: ISO 4217 code; term: day, week, month or year
    counted_group TEXT, -- a count: who or what is counted, as worded, without the number
    group_class TEXT, -- the class of the group's noun, by which counts are compared; NULL where the noun has none
    actor TEXT, -- by whom, as worded
    target TEXT, -- an event: to whom, as worded
    relation TEXT, -- a count: additional, total or subset; NULL where it stands alone
    date_from TEXT, -- when it is said to have begun: YYYY-MM-DD, YYYY-MM or YYYY; NULL is open, or unknown where date_to is NULL too
    date_to TEXT, -- when it is said to have ended, likewise; equal to date_from for one day, month or year
    place TEXT, -- where, as worded
    place_name TEXT, -- the bare name within place
    source TEXT, -- on whose word; for a statement its speaker; NULL where the article speaks in its own voice
    source_type TEXT, -- what kind of source
    via TEXT, -- the other outlet through which it came, where the article names one
    cue TEXT, -- the words that attribute it: said, according to
    direct INTEGER NOT NULL, -- 1 for a statement between quotation marks, otherwise 0
    resolved INTEGER NOT NULL, -- 1 where the statement's sentence names its speaker only by a pronoun, a short form or not at all, otherwise 0
    polarity TEXT NOT NULL, -- asserted or denied
    modality TEXT NOT NULL, -- fact, alleged, possible or unreal
    quote TEXT NOT NULL, -- the words that carry it: substr(text, start_offset + 1, end_offset - start_offset)
    start_offset INTEGER NOT NULL, -- code points of the document's text before the quote
    end_offset INTEGER NOT NULL, -- code points up to its end
    sentence INTEGER NOT NULL, -- ordinal of the sentence in which it begins
    rule TEXT NOT NULL, -- the rule of grammar that made it
    date_basis TEXT, -- why this date: stated, carried from …
    place_basis TEXT, -- why this place
    source_basis TEXT, -- why this source
    plausible_low INTEGER, -- a count: used only to compare; the least number that its wording lets one think of (dozens: 24); NULL is open
    plausible_high INTEGER, -- a count: used only to compare; the greatest such number (dozens: 99); NULL is open
    CONSTRAINT "a claim has a number" PRIMARY KEY (claim_id),
    CONSTRAINT "a claim is made once in a capture" UNIQUE (capture_id, claim_key),
    CONSTRAINT "claims.capture_id is a document" FOREIGN KEY (capture_id) REFERENCES documents (capture_id),
    CONSTRAINT "claims.kind is a claim kind" FOREIGN KEY (kind) REFERENCES claim_kinds (claim_kind),
    CONSTRAINT "claims.measure is a measure" FOREIGN KEY (measure) REFERENCES measures (measure),
    CONSTRAINT "claims.event is an event" FOREIGN KEY (event) REFERENCES events (event),
    CONSTRAINT "claims.qualifier is a qualifier" FOREIGN KEY (qualifier) REFERENCES qualifiers (qualifier),
    CONSTRAINT "claims.relation is a relation" FOREIGN KEY (relation) REFERENCES relations (relation),
    CONSTRAINT "claims.source_type is a source type" FOREIGN KEY (source_type) REFERENCES source_types (source_type),
    CONSTRAINT "claims.polarity is a polarity" FOREIGN KEY (polarity) REFERENCES polarities (polarity),
    CONSTRAINT "claims.modality is a modality" FOREIGN KEY (modality) REFERENCES modalities (modality),
    CONSTRAINT "a count has a measure, an event has an event" CHECK ((kind = 'count') = (measure IS NOT NULL) AND (kind = 'event') = (event IS NOT NULL)),
    CONSTRAINT "a count has a number" CHECK (kind <> 'count' OR low IS NOT NULL OR high IS NOT NULL),
    CONSTRAINT "low is not above high" CHECK (low IS NULL OR high IS NULL OR low <= high),
    CONSTRAINT "direct and resolved are 0 or 1" CHECK (direct IN (0, 1) AND resolved IN (0, 1)),
    CONSTRAINT "a quote has a length" CHECK (start_offset < end_offset)
) STRICT;

CREATE INDEX claims_by_measure ON claims (measure, place_name) WHERE measure IS NOT NULL;
CREATE INDEX claims_by_place ON claims (place_name, date_from) WHERE place_name IS NOT NULL;
CREATE INDEX claims_by_date ON claims (date_from);
CREATE INDEX claims_by_source ON claims (source) WHERE source IS NOT NULL;

CREATE TABLE mentions (
    -- One row is one spelling of a name in one document. Derived.
    capture_id INTEGER NOT NULL,
    name_kind TEXT NOT NULL, -- place, person or body
    spelling TEXT NOT NULL, -- as written
    first_offset INTEGER NOT NULL, -- code points of the document's text before its first occurrence
    occurrences INTEGER NOT NULL, -- how often it stands in the document
    CONSTRAINT "a spelling is listed once for each document" PRIMARY KEY (capture_id, name_kind, spelling),
    CONSTRAINT "mentions.capture_id is a document" FOREIGN KEY (capture_id) REFERENCES documents (capture_id),
    CONSTRAINT "mentions.name_kind is a name kind" FOREIGN KEY (name_kind) REFERENCES name_kinds (name_kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX mentions_by_spelling ON mentions (name_kind, spelling);

CREATE TABLE names (
    -- One row is one place, person or body, under the spelling that stands for all of its spellings. Derived.
    name_kind TEXT NOT NULL, -- place, person or body
    name TEXT NOT NULL, -- the fullest of its most common spellings
    sound TEXT NOT NULL, -- the phonetic key under which its spellings were compared
    CONSTRAINT "a name is listed once for each kind" PRIMARY KEY (name_kind, name),
    CONSTRAINT "names.name_kind is a name kind" FOREIGN KEY (name_kind) REFERENCES name_kinds (name_kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE name_variants (
    -- One row is one spelling met in the texts, and the name that it is a spelling of. Derived.
    name_kind TEXT NOT NULL, -- place, person or body
    spelling TEXT NOT NULL, -- as written
    name TEXT NOT NULL, -- the name that it is a spelling of
    sound TEXT NOT NULL, -- the phonetic key under which it was compared with other spellings
    occurrences INTEGER NOT NULL, -- how often it stands in all documents; 0 where only a claim's place has it
    CONSTRAINT "a spelling is of one name" PRIMARY KEY (name_kind, spelling),
    CONSTRAINT "name_variants.name is a name" FOREIGN KEY (name_kind, name) REFERENCES names (name_kind, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX name_variants_by_name ON name_variants (name_kind, name);
CREATE INDEX name_variants_by_sound ON name_variants (name_kind, sound);

CREATE TABLE incidents (
    -- One row is one place and time that claims are about, found from the claims themselves. Derived.
    incident TEXT NOT NULL, -- its name, made of place and first day: zhanaozen-2011-12-16
    place TEXT NOT NULL, -- the name of the place, a row of names of kind place
    date_from TEXT NOT NULL, -- the first day, month or year that its claims give
    date_to TEXT, -- the last one; NULL is open
    CONSTRAINT "an incident has a name" PRIMARY KEY (incident)
) STRICT, WITHOUT ROWID;

CREATE INDEX incidents_by_place ON incidents (place);

CREATE TABLE incident_claims (
    -- One row puts one claim into one incident. Derived.
    incident TEXT NOT NULL,
    claim_id INTEGER NOT NULL,
    measure TEXT, -- the claim's measure, so that the counts that may be compared lie together; NULL where it is no count
    CONSTRAINT "a claim is in an incident once" PRIMARY KEY (incident, claim_id),
    CONSTRAINT "incident_claims.incident is an incident" FOREIGN KEY (incident) REFERENCES incidents (incident),
    CONSTRAINT "incident_claims.claim_id is a claim" FOREIGN KEY (claim_id) REFERENCES claims (claim_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_claims_by_claim ON incident_claims (claim_id);
CREATE INDEX incident_claims_by_measure ON incident_claims (incident, measure) WHERE measure IS NOT NULL;

CREATE TABLE derivations (
    -- One row says how one capture was last derived. The digest is in the log too, so that a changed derived row shows even to a newer program. Derived.
    capture_id INTEGER NOT NULL,
    extractor TEXT NOT NULL, -- the program's version and the first digits of the hash of its vocabulary
    digest TEXT NOT NULL, -- SHA-256 over the capture's rows of documents, sentences, claims and mentions, 64 lowercase hexadecimal digits
    CONSTRAINT "a capture has one derivation" PRIMARY KEY (capture_id),
    CONSTRAINT "derivations.capture_id is a document" FOREIGN KEY (capture_id) REFERENCES documents (capture_id)
) STRICT;

CREATE VIRTUAL TABLE article_search USING fts5(
    title, text,
    content = 'documents', content_rowid = 'capture_id', tokenize = 'unicode61 remove_diacritics 2'
);

-- Words are gathered in 32 MB of memory before they are written, which halves the time of a large ingest.
INSERT INTO article_search (article_search, rank) VALUES ('hashsize', 33554432);

INSERT INTO archive_contents (position, name, kind, description) VALUES
    (200, 'claims', 'derived', 'one assertion that an article puts on record, in words that lead back to it'),
    (210, 'documents', 'derived', 'one version of an article, read: title, publisher, date, text'),
    (220, 'incidents', 'derived', 'one place and time that claims are about, found from the claims themselves'),
    (230, 'incident_claims', 'derived', 'one claim in one incident'),
    (240, 'names', 'derived', 'one place, person or body, under the spelling that stands for all of its spellings'),
    (250, 'name_variants', 'derived', 'one spelling met in the texts, and the name that it is a spelling of'),
    (260, 'mentions', 'derived', 'one spelling of a name in one document'),
    (270, 'sentences', 'derived', 'one sentence of a document'),
    (280, 'derivations', 'derived', 'how one version of an article was last derived, with a digest of the rows made from it'),
    (290, 'article_search', 'derived', 'the full-text index of titles and texts, asked with MATCH');
