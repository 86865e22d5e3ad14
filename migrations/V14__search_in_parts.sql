-- Search in scripts whose words are not parted by spaces.

PRAGMA user_version = 14;

ALTER TABLE wordings ADD COLUMN in_parts INTEGER NOT NULL DEFAULT 0 /* 1 where the text has signs of Chinese, Japanese, Korean, Thai, Lao, Burmese or Khmer, so that parts of words are searched for */
    CONSTRAINT "in_parts is 0 or 1" CHECK (in_parts IN (0, 1));

-- 45 is the hyphen of a range.
UPDATE wordings SET in_parts = 1
WHERE capture_id IN (
    SELECT capture_id FROM documents
    WHERE length(CAST(text AS BLOB)) > length(text)
        AND text GLOB '*[' || char(
            0xE00, 45, 0xEFF, 0x1000, 45, 0x109F, 0x1780, 45, 0x17FF, 0x3040, 45, 0x30FF,
            0x3400, 45, 0x9FFF, 0xAC00, 45, 0xD7A3, 0x20000, 45, 0x3FFFF
        ) || ']*'
);

-- Searching for one or two signs looks into these texts alone.
CREATE INDEX wordings_in_parts ON wordings (capture_id) WHERE in_parts = 1;

CREATE VIEW documents_in_parts AS
-- One row is one document whose text has signs of a script whose words are not parted by spaces.
SELECT
    documents.capture_id,
    documents.title,
    documents.text
FROM wordings
JOIN documents ON documents.capture_id = wordings.capture_id
WHERE wordings.in_parts = 1;

CREATE VIRTUAL TABLE article_search_parts USING fts5(
    title, text,
    content = 'documents_in_parts', content_rowid = 'capture_id', tokenize = 'trigram'
);

INSERT INTO article_search_parts (article_search_parts, rank) VALUES ('hashsize', 33554432);
INSERT INTO article_search_parts (article_search_parts) VALUES ('rebuild');

INSERT INTO archive_contents (position, name, kind, description) VALUES
    (291, 'article_search_parts', 'derived', 'the full-text index of articles in scripts whose words are not parted by spaces, asked with MATCH for three signs in a row or more'),
    (292, 'documents_in_parts', 'view', 'one document whose text has signs of a script whose words are not parted by spaces');
