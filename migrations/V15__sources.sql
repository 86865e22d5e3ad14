-- How much stands on whose word is counted within the index, without reading the claims.

PRAGMA user_version = 15;

DROP INDEX claims_by_source;
CREATE INDEX claims_by_source ON claims (source, capture_id, source_type) WHERE source IS NOT NULL;
