-- The articles in their latest version, by day of publication.
WITH spellings (spelling) AS (
    SELECT :place WHERE :place IS NOT NULL
    UNION
    SELECT every_spelling.spelling
    FROM name_variants AS as_asked
    JOIN name_variants AS every_spelling
        ON every_spelling.name_kind = as_asked.name_kind AND every_spelling.name = as_asked.name
    WHERE as_asked.name_kind = 'place' AND as_asked.spelling = :place COLLATE NOCASE
)
SELECT
    substr(sha256, 1, 12) AS hash, -- enough to name the article by
    publisher, published_on, title, byline, claims, version AS versions, article, origin, retrieved_at, media_type, byte_length,
    text_length, language, sha256, article_id, capture_id
FROM article_versions
WHERE is_latest
    AND (:publisher IS NULL OR instr(lower(publisher), lower(:publisher)) > 0)
    AND (:from IS NULL OR published_on >= :from)
    AND (:to IS NULL OR published_on <= :to)
    -- Articles that claim something about the place, in the incident, on the word of the source.
    AND (:place IS NULL OR EXISTS (
        SELECT 1 FROM claims
        WHERE claims.capture_id = article_versions.capture_id AND claims.place_name IN (SELECT spelling FROM spellings)
    ))
    AND (:incident IS NULL OR EXISTS (
        SELECT 1 FROM claims JOIN incident_claims ON incident_claims.claim_id = claims.claim_id
        WHERE claims.capture_id = article_versions.capture_id AND incident_claims.incident = :incident
    ))
    AND (:source IS NULL OR EXISTS (
        SELECT 1 FROM claims
        WHERE claims.capture_id = article_versions.capture_id AND instr(lower(claims.source), lower(:source)) > 0
    ))
ORDER BY published_on IS NULL, published_on, publisher, article_id
LIMIT :limit;
