-- The words that tell that a name is a place.

PRAGMA user_version = 9;

CREATE TABLE place_words (
    -- One row is one use of one word that stands before, behind or in the name of a place. Vocabulary.
    place_word TEXT NOT NULL, -- lower case
    use TEXT NOT NULL, -- preposition, locative, part, compass, direction, describes, of_place, owned, assault, distance, first, fronted or ending
    CONSTRAINT "a word is listed once for each of its uses" PRIMARY KEY (place_word, use)
) STRICT;

INSERT INTO archive_contents (position, name, kind, description) VALUES
    (494, 'place_words', 'vocabulary', 'one use of one word that tells that a name is a place, or where one ends');
