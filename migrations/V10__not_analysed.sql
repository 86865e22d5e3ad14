-- Articles that were stored and could not be read for claims: scans, and languages that the extractor does not know.

PRAGMA user_version = 10;

ALTER TABLE documents ADD COLUMN not_analysed TEXT /* why nothing was looked for in it: no text (a scan), or language (the extractor does not know it); NULL where it was analysed */
    CONSTRAINT "not_analysed is no text or language" CHECK (not_analysed IS NULL OR not_analysed IN ('no text', 'language'));

CREATE VIEW articles_not_analysed AS
-- One row is the latest version of an article in which no claims were looked for, and why. It can be searched all the same.
SELECT
    documents.not_analysed AS reason, -- no text (a scan), or language
    documents.language, -- BCP 47 tag
    documents.publisher,
    documents.published_on, -- YYYY-MM-DD; NULL where it is not known
    documents.title,
    captures.media_type,
    captures.origin,
    captures.article_id,
    captures.capture_id
FROM documents
JOIN captures ON captures.capture_id = documents.capture_id
WHERE documents.not_analysed IS NOT NULL
  AND NOT EXISTS (
      SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
  );

INSERT INTO archive_contents (position, name, kind, description) VALUES
    (197, 'articles_not_analysed', 'view', 'one article in which no claims were looked for, and why');
