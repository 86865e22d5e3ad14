-- Spellings as the program groups them.
WITH
