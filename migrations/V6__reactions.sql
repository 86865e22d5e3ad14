CREATE TABLE reactions (
    -- One row is one word that turns to what happened before, and so has another date than what it leads to. Vocabulary.
    forms TEXT NOT NULL, -- the word in its forms, in lower case; separated by |
    leads TEXT NOT NULL, -- the prepositions that lead to what happened; - where the word needs none
    note TEXT, -- in what way it turns to it
    CONSTRAINT "a reaction is listed once" PRIMARY KEY (forms)
) STRICT;

INSERT INTO archive_contents (position, name, kind, description) VALUES
    (492, 'reactions', 'vocabulary', 'one word that turns to what happened before: punishes, mourns, investigates it');
