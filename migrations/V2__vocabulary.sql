-- Vocabulary: the words that claims and the log are put in, and the words by which claims are found. The program brings
-- them along and fills these tables; what a word means can be looked up here.

PRAGMA user_version = 2;

CREATE TABLE vocabulary_files (
    -- One row is one file of words that the program brought along when it last wrote this archive. Vocabulary.
    name TEXT NOT NULL, -- the file's name without its ending, which is also the table that it fills
    sha256 TEXT NOT NULL, -- SHA-256 of the file, 64 lowercase hexadecimal digits
    word_count INTEGER NOT NULL, -- how many rows it has
    CONSTRAINT "a vocabulary file is listed once" PRIMARY KEY (name)
) STRICT;

CREATE TABLE claim_kinds (
    -- One row is one kind of claim. Vocabulary.
    claim_kind TEXT NOT NULL,
    meaning TEXT NOT NULL,
    CONSTRAINT "a claim kind is a word" PRIMARY KEY (claim_kind)
) STRICT;

CREATE TABLE measures (
    -- One row is one thing that a count counts. Vocabulary.
    measure TEXT NOT NULL,
    meaning TEXT NOT NULL,
    CONSTRAINT "a measure is a word" PRIMARY KEY (measure)
) STRICT;

CREATE TABLE events (
    -- One row is one kind of thing that is said to have happened. Vocabulary.
    event TEXT NOT NULL,
    plover TEXT NOT NULL, -- the event type of the PLOVER ontology that it maps to
    meaning TEXT NOT NULL,
    CONSTRAINT "an event is a word" PRIMARY KEY (event)
) STRICT;

CREATE TABLE qualifiers (
    -- One row is one way in which a number is put. Vocabulary.
    qualifier TEXT NOT NULL,
    meaning TEXT NOT NULL,
    soft INTEGER NOT NULL, -- 1 where the bound is soft: it can meet another number only in tension with it
    CONSTRAINT "a qualifier is a word" PRIMARY KEY (qualifier),
    CONSTRAINT "soft is 0 or 1" CHECK (soft IN (0, 1))
) STRICT;

CREATE TABLE relations (
    -- One row is one way in which a count stands to the other counts of its article. Vocabulary.
    relation TEXT NOT NULL,
    meaning TEXT NOT NULL,
    CONSTRAINT "a relation is a word" PRIMARY KEY (relation)
) STRICT;

CREATE TABLE polarities (
    -- One row says whether the text asserts or denies. Vocabulary.
    polarity TEXT NOT NULL,
    meaning TEXT NOT NULL,
    CONSTRAINT "a polarity is a word" PRIMARY KEY (polarity)
) STRICT;

CREATE TABLE modalities (
    -- One row is one degree of firmness. Vocabulary.
    modality TEXT NOT NULL,
    meaning TEXT NOT NULL,
    CONSTRAINT "a modality is a word" PRIMARY KEY (modality)
) STRICT;

CREATE TABLE name_kinds (
    -- One row is one kind of thing that has a name. Vocabulary.
    name_kind TEXT NOT NULL,
    meaning TEXT NOT NULL,
    CONSTRAINT "a name kind is a word" PRIMARY KEY (name_kind)
) STRICT;

CREATE TABLE source_types (
    -- One row is one kind of source on whose word a claim stands. Vocabulary.
    source_type TEXT NOT NULL,
    meaning TEXT NOT NULL,
    CONSTRAINT "a source type is a word" PRIMARY KEY (source_type)
) STRICT;

CREATE TABLE abbreviations (
    -- One row is one word after which a stop does not end a sentence. Vocabulary.
    abbreviation TEXT NOT NULL, -- lower case, without the stop
    meaning TEXT NOT NULL,
    CONSTRAINT "an abbreviation is listed once" PRIMARY KEY (abbreviation)
) STRICT;

INSERT INTO archive_contents (position, name, kind, description) VALUES
    (400, 'vocabulary_files', 'vocabulary', 'one file of words that the program brought along'),
    (405, 'claim_kinds', 'vocabulary', 'one kind of claim'),
    (410, 'measures', 'vocabulary', 'one thing that a count counts'),
    (415, 'events', 'vocabulary', 'one kind of thing that is said to have happened'),
    (420, 'qualifiers', 'vocabulary', 'one way in which a number is put'),
    (425, 'relations', 'vocabulary', 'one way in which a count stands to the other counts of its article'),
    (430, 'polarities', 'vocabulary', 'whether the text asserts or denies'),
    (435, 'modalities', 'vocabulary', 'one degree of firmness'),
    (440, 'name_kinds', 'vocabulary', 'one kind of thing that has a name'),
    (445, 'source_types', 'vocabulary', 'one kind of source on whose word a claim stands'),
    (450, 'abbreviations', 'vocabulary', 'one word after which a stop does not end a sentence');
