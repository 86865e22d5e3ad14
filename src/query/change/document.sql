-- What is known about one version of an article, and the hash of its text.
SELECT title, byline, publisher, published_on, url, language, text_sha256 FROM documents WHERE capture_id = :capture_id;
