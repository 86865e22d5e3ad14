-- One table or view. Bound by position.
INSERT INTO archive_contents (position, name, kind, description) VALUES (?, ?, ?, ?)
