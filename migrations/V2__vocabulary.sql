-- Vocabulary: the words that claims and the log are put in, and the words by which claims are found. The program brings
-- them along and fills these tables; what a word means can be looked up here.

PRAGMA user_version = 2;

CREATE TABLE vocabulary_files (
    -- One row is one file of words as the program had it when it last wrote this archive: its own, with what vocabulary_sources adds. Vocabulary.
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
    plover TEXT, -- the event type of the PLOVER ontology that it maps to; NULL where that has none
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
    -- One row is one word after which a stop may not end a sentence. Vocabulary.
    abbreviation TEXT NOT NULL, -- lower case, without the stop
    class TEXT, -- what it abbreviates, which decides whether a sentence can end there
    meaning TEXT,
    CONSTRAINT "an abbreviation is listed once" PRIMARY KEY (abbreviation)
) STRICT;

CREATE TABLE function_words (
    -- One row is one word of the closed classes, by which sentences are cut into groups. Vocabulary.
    function_word TEXT NOT NULL, -- lower case
    word_class TEXT NOT NULL, -- the class that it has most often in news
    meaning TEXT,
    CONSTRAINT "a function word is listed once" PRIMARY KEY (function_word)
) STRICT;

CREATE TABLE verbs (
    -- One row is one verb whose forms cannot be told by their endings. Vocabulary.
    verb TEXT NOT NULL, -- the plain form
    past TEXT,
    participle TEXT,
    noun INTEGER, -- 1 where the plain form is a noun as often as a verb
    CONSTRAINT "a verb is listed once" PRIMARY KEY (verb)
) STRICT;

CREATE TABLE number_words (
    -- One row is one word that numbers are made of. Vocabulary.
    word TEXT NOT NULL, -- lower case
    value TEXT, -- its value; a divisor for parts; NULL where the word says no number
    class TEXT NOT NULL, -- how it joins with others: unit, teen, ten, hundred, scale, dozen, part, half, many, vague …
    note TEXT,
    CONSTRAINT "a number word is listed once" PRIMARY KEY (word)
) STRICT;

CREATE TABLE calendar (
    -- One row is one word of the calendar. Vocabulary.
    line INTEGER NOT NULL, -- counted from 1: where several rows fit, the first decides
    word TEXT NOT NULL, -- lower case
    class TEXT NOT NULL, -- month, weekday, holiday …
    value TEXT, -- the month, the weekday, the day of the year or the days from Easter Sunday
    meaning TEXT,
    CONSTRAINT "a calendar word has a line" PRIMARY KEY (line)
) STRICT;

CREATE TABLE cue_classes (
    -- One row is one way in which a cue stands to what it attributes. Vocabulary.
    cue_class TEXT NOT NULL,
    meaning TEXT NOT NULL,
    CONSTRAINT "a cue class is a word" PRIMARY KEY (cue_class)
) STRICT;

CREATE TABLE cues (
    -- One row is one word or phrase that puts something on somebody's word. Vocabulary.
    cue TEXT NOT NULL,
    kind TEXT, -- verb, noun, preposition …
    class TEXT, -- how the writer stands to what is attributed, a row of cue_classes
    takes TEXT, -- how it takes its content; alternatives between bars
    forms TEXT, -- all of its forms, between bars
    CONSTRAINT "a cue is listed once" PRIMARY KEY (cue)
) STRICT;

CREATE TABLE firmness_marks (
    -- One row is one word that tells how firmly what depends on it is put. Vocabulary.
    mark TEXT NOT NULL,
    place TEXT NOT NULL, -- verb or noun that governs, adverb, adjective, predicate, or opener of a clause
    firmness TEXT NOT NULL, -- alleged, possible, unreal, denied; fact where it did happen
    forms TEXT, -- all of its forms, between bars
    CONSTRAINT "a firmness mark is listed once in a place" PRIMARY KEY (mark, place)
) STRICT;

CREATE TABLE source_nouns (
    -- One row is one noun that names a source. Vocabulary.
    noun TEXT NOT NULL,
    source_type TEXT, -- what kind of source it makes
    refers TEXT, -- person, body or document
    strength TEXT, -- a weak noun yields to what else the phrase says
    forms TEXT, -- singular and plural, between bars
    CONSTRAINT "a source noun is listed once" PRIMARY KEY (noun)
) STRICT;

CREATE TABLE publishers (
    -- One row is one outlet: who publishes, and through whom others pass things on. Vocabulary.
    publisher TEXT NOT NULL,
    domain TEXT, -- the end of the host name of its pages
    kind TEXT, -- agency, newspaper, broadcaster …
    country TEXT,
    aliases TEXT, -- other names, between bars
    CONSTRAINT "a publisher is listed once" PRIMARY KEY (publisher)
) STRICT;

CREATE TABLE event_triggers (
    -- One row is one sense of a word that tells of an event. Vocabulary.
    line INTEGER NOT NULL, -- counted from 1: where several rows fit, the first decides
    class TEXT NOT NULL, -- verb or noun
    lemma TEXT NOT NULL,
    forms TEXT NOT NULL, -- all of its forms, between bars
    event TEXT NOT NULL, -- the event that it tells of, a row of events
    subject TEXT, -- classes of nouns that the subject must belong to, between bars
    phrase TEXT, -- what must be its object and belongs to the anchor
    object TEXT, -- classes that the object must belong to; none forbids one
    preposition TEXT, -- what introduces the target
    particle TEXT, -- what must follow
    frame TEXT, -- where the target stands, where it is not the object
    avoid TEXT, -- words that rule the sense out
    note TEXT, -- an example
    CONSTRAINT "a sense of an event word has a line" PRIMARY KEY (line)
) STRICT;

CREATE TABLE event_objects (
    -- One row is one class of nouns that decides what a verb means. Vocabulary.
    class TEXT NOT NULL,
    nouns TEXT NOT NULL, -- between bars
    meaning TEXT,
    CONSTRAINT "a class of objects is listed once" PRIMARY KEY (class)
) STRICT;

CREATE TABLE event_verbs (
    -- One row is one verb that carries an event named by a noun. Vocabulary.
    line INTEGER NOT NULL, -- counted from 1: where several rows fit, the first decides
    lemma TEXT NOT NULL,
    forms TEXT NOT NULL, -- all of its forms, between bars
    role TEXT, -- which part the noun plays: occur, do, undergo, cause
    particle TEXT, -- what must follow
    CONSTRAINT "a carrying verb has a line" PRIMARY KEY (line)
) STRICT;

CREATE TABLE places (
    -- One row is one well-known place below the level of countries. Vocabulary.
    place TEXT NOT NULL,
    country TEXT, -- ISO 3166-1 alpha-2; NULL for what lies in several
    class TEXT, -- as in place_nouns
    CONSTRAINT "a place is listed once" PRIMARY KEY (place)
) STRICT;

CREATE TABLE countries (
    -- One row is one country. Vocabulary.
    country TEXT NOT NULL,
    iso TEXT, -- ISO 3166-1 alpha-2; XK for Kosovo
    demonyms TEXT, -- what its people and things are called, between bars
    currency TEXT, -- ISO 4217
    other_names TEXT, -- between bars
    CONSTRAINT "a country is listed once" PRIMARY KEY (country)
) STRICT;

CREATE TABLE place_nouns (
    -- One row is one generic noun of places. Vocabulary.
    noun TEXT NOT NULL, -- lower case
    class TEXT, -- settlement, region, country, street, site or feature
    administrative INTEGER, -- 1 where a name means the same place with and without the noun
    CONSTRAINT "a place noun is listed once" PRIMARY KEY (noun)
) STRICT;

CREATE TABLE titles (
    -- One row is one word that stands before a person's name. Vocabulary.
    title TEXT NOT NULL, -- lower case, without the stop
    kind TEXT, -- honorific, office, rank or calling
    CONSTRAINT "a title is listed once" PRIMARY KEY (title)
) STRICT;

CREATE TABLE peoples (
    -- One row is one capitalised word for a people, a faith or a part of the world that is no name. Vocabulary.
    people TEXT NOT NULL,
    meaning TEXT, -- what it is a word for
    CONSTRAINT "a people is listed once" PRIMARY KEY (people)
) STRICT;

CREATE TABLE given_names (
    -- One row is one given name. Vocabulary.
    given_name TEXT NOT NULL, -- lower case
    place INTEGER, -- 1 where a well-known place bears the name too
    CONSTRAINT "a given name is listed once" PRIMARY KEY (given_name)
) STRICT;

CREATE TABLE body_nouns (
    -- One row is one word that ends the names of bodies. Vocabulary.
    body_noun TEXT NOT NULL, -- lower case
    plain INTEGER, -- 1 where it takes a capitalised word before it
    CONSTRAINT "a body noun is listed once" PRIMARY KEY (body_noun)
) STRICT;

CREATE TABLE happenings (
    -- One row is one word that tells of something happening where it stands beside a place. Vocabulary.
    happening TEXT NOT NULL, -- lower case
    class TEXT, -- what kind of happening
    CONSTRAINT "a happening is listed once" PRIMARY KEY (happening)
) STRICT;

CREATE TABLE measure_triggers (
    -- One row is one sense of a word that makes a number a count. Vocabulary.
    line INTEGER NOT NULL, -- counted from 1: where several rows fit, the first decides
    trigger TEXT NOT NULL, -- the plain form
    word_class TEXT NOT NULL, -- verb, noun or adjective
    measure TEXT NOT NULL, -- what it makes the number count, a row of measures
    counted TEXT, -- what of the trigger is counted: subject, object, the noun itself or what follows it with "of"
    needs TEXT, -- what the counted group must be, between bars
    "with" TEXT, -- words of which one must follow soon, between bars
    meaning TEXT,
    CONSTRAINT "a sense of a measure word has a line" PRIMARY KEY (line)
) STRICT;

CREATE TABLE groups (
    -- One row is one noun for those who are counted. Vocabulary.
    group_noun TEXT NOT NULL, -- singular
    plural TEXT, -- NULL where there is none of its own
    group_class TEXT NOT NULL, -- the class by which counts are compared, a row of group_classes
    CONSTRAINT "a group noun is listed once" PRIMARY KEY (group_noun)
) STRICT;

CREATE TABLE group_classes (
    -- One row is one class of those who are counted. Vocabulary.
    group_class TEXT NOT NULL,
    nature TEXT NOT NULL, -- person, property, thing or collective
    excludes TEXT, -- classes whose members are others, between bars
    meaning TEXT NOT NULL,
    CONSTRAINT "a group class is a word" PRIMARY KEY (group_class)
) STRICT;

CREATE TABLE bounds (
    -- One row is one wording that bounds the number beside it. Vocabulary.
    wording TEXT NOT NULL, -- lower case
    position TEXT NOT NULL, -- before or after the number
    qualifier TEXT NOT NULL, -- how it puts the number, a row of qualifiers
    CONSTRAINT "a wording is listed once in a position" PRIMARY KEY (wording, position)
) STRICT;

CREATE TABLE units (
    -- One row is one unit that may follow a number. Vocabulary.
    wording TEXT NOT NULL, -- as written
    unit TEXT NOT NULL,
    kind TEXT NOT NULL, -- percent, duration or measurement
    CONSTRAINT "a unit wording is listed once" PRIMARY KEY (wording)
) STRICT;

CREATE TABLE currencies (
    -- One row is one currency. Vocabulary.
    code TEXT NOT NULL, -- ISO 4217
    words TEXT, -- for one unit, between bars
    signs TEXT, -- before or after an amount, between bars
    adjectives TEXT, -- words that tell it from others of the same name, between bars
    known INTEGER, -- 1 where the word alone is enough
    CONSTRAINT "a currency is listed once" PRIMARY KEY (code)
) STRICT;

CREATE TABLE numbered_things (
    -- One row is one word before a number that is a label and counts nothing. Vocabulary.
    word TEXT NOT NULL, -- lower case
    bare INTEGER, -- 1 where it takes a number also when both are written small
    CONSTRAINT "a numbered thing is listed once" PRIMARY KEY (word)
) STRICT;

INSERT INTO archive_contents (position, name, kind, description) VALUES
    (400, 'vocabulary_files', 'vocabulary', 'one file of words: the program''s own with what vocabulary_sources adds'),
    (405, 'claim_kinds', 'vocabulary', 'one kind of claim'),
    (410, 'measures', 'vocabulary', 'one thing that a count counts'),
    (415, 'events', 'vocabulary', 'one kind of thing that is said to have happened'),
    (420, 'qualifiers', 'vocabulary', 'one way in which a number is put'),
    (425, 'relations', 'vocabulary', 'one way in which a count stands to the other counts of its article'),
    (430, 'polarities', 'vocabulary', 'whether the text asserts or denies'),
    (435, 'modalities', 'vocabulary', 'one degree of firmness'),
    (440, 'name_kinds', 'vocabulary', 'one kind of thing that has a name'),
    (445, 'source_types', 'vocabulary', 'one kind of source on whose word a claim stands'),
    (450, 'abbreviations', 'vocabulary', 'one word after which a stop may not end a sentence'),
    (452, 'function_words', 'vocabulary', 'one word of the closed classes, by which sentences are cut into groups'),
    (454, 'verbs', 'vocabulary', 'one verb whose forms cannot be told by their endings'),
    (456, 'number_words', 'vocabulary', 'one word that numbers are made of'),
    (458, 'calendar', 'vocabulary', 'one word of the calendar'),
    (460, 'cue_classes', 'vocabulary', 'one way in which a cue stands to what it attributes'),
    (462, 'cues', 'vocabulary', 'one word or phrase that puts something on somebody''s word'),
    (463, 'firmness_marks', 'vocabulary', 'one word that tells how firmly what depends on it is put'),
    (464, 'source_nouns', 'vocabulary', 'one noun that names a source'),
    (466, 'publishers', 'vocabulary', 'one outlet: who publishes, and through whom others pass things on'),
    (468, 'event_triggers', 'vocabulary', 'one sense of a word that tells of an event'),
    (470, 'event_objects', 'vocabulary', 'one class of nouns that decides what a verb means'),
    (472, 'event_verbs', 'vocabulary', 'one verb that carries an event named by a noun'),
    (474, 'places', 'vocabulary', 'one well-known place below the level of countries'),
    (476, 'countries', 'vocabulary', 'one country'),
    (478, 'place_nouns', 'vocabulary', 'one generic noun of places'),
    (480, 'titles', 'vocabulary', 'one word that stands before a person''s name'),
    (482, 'peoples', 'vocabulary', 'one capitalised word for a people that is no name'),
    (484, 'given_names', 'vocabulary', 'one given name'),
    (486, 'body_nouns', 'vocabulary', 'one word that ends the names of bodies'),
    (488, 'happenings', 'vocabulary', 'one word that tells of something happening'),
    (481, 'measure_triggers', 'vocabulary', 'one sense of a word that makes a number a count'),
    (483, 'groups', 'vocabulary', 'one noun for those who are counted'),
    (485, 'group_classes', 'vocabulary', 'one class of those who are counted'),
    (487, 'bounds', 'vocabulary', 'one wording that bounds the number beside it'),
    (489, 'units', 'vocabulary', 'one unit that may follow a number'),
    (490, 'currencies', 'vocabulary', 'one currency'),
    (491, 'numbered_things', 'vocabulary', 'one word before a number that is a label and counts nothing');
