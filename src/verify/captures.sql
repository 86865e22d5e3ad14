-- Captures with their bytes, in the order in which they came: those after one and up to another.
SELECT captures.capture_id, captures.sequence, captures.sha256, captures.origin, captures.media_type,
       captures.given_metadata, captures.record, articles.identity, blobs.bytes, derivations.extractor, derivations.digest
FROM captures
LEFT JOIN articles ON articles.article_id = captures.article_id
LEFT JOIN blobs ON blobs.sha256 = captures.sha256
LEFT JOIN derivations ON derivations.capture_id = captures.capture_id
WHERE captures.capture_id > :after AND captures.capture_id <= :last
ORDER BY captures.capture_id
