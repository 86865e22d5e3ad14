-- The words that tell what a place has to do with what happened.

PRAGMA user_version = 7;

CREATE TABLE place_cues (
    -- One row is one word that tells what a place behind it has to do with what happened. Vocabulary.
    place_cue TEXT NOT NULL, -- lower case, the plain form
    word_class TEXT NOT NULL, -- verb or noun
    relation TEXT, -- care, custody, life, speech, transfer, arrival, journey, removal or decree
    CONSTRAINT "a place cue is listed once in each word class" PRIMARY KEY (place_cue, word_class)
) STRICT;

INSERT INTO archive_contents (position, name, kind, description) VALUES
    (493, 'place_cues', 'vocabulary', 'one word that tells what a place behind it has to do with what happened');
