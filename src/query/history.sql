-- What became of one article, the oldest first: its versions, what came of reading its origins again, and what was erased.
-- Readings in a row of one origin with the same outcome are one row.
WITH readings_of_it AS (
    SELECT readings.*,
        row_number() OVER (PARTITION BY readings.origin ORDER BY readings.reading_id)
            - row_number() OVER (PARTITION BY readings.origin, readings.outcome, readings.detail ORDER BY readings.reading_id)
            AS streak
    FROM readings
    JOIN captures ON captures.capture_id = readings.capture_id
    WHERE captures.article_id = :article_id
),
events AS (
    SELECT captures.retrieved_at AS at, 1 AS turn, 'version ' || captures.sequence AS event, captures.sequence AS version,
        1 AS times, CAST(NULL AS TEXT) AS detail, captures.origin, captures.capture_id
    FROM captures
    WHERE captures.article_id = :article_id
    UNION ALL
    SELECT min(read_at), 2, outcome, NULL, count(*),
        nullif(concat_ws(': ', iif(count(*) > 1, count(*) || ' times until ' || max(read_at), NULL), detail), ''),
        origin, min(capture_id)
    FROM readings_of_it
    WHERE new_capture_id IS NULL -- otherwise its version says it
    GROUP BY origin, outcome, detail, streak
    UNION ALL
    SELECT takedowns.taken_down_at, 3, 'taken down', captures.sequence, 1,
        'by order of ' || takedowns.ordered_by || ': ' || takedowns.reason, captures.origin, captures.capture_id
    FROM captures
    JOIN takedowns ON takedowns.sha256 = captures.sha256
    WHERE captures.article_id = :article_id
)
SELECT events.at, events.event, events.version, substr(captures.sha256, 1, 12) AS hash, events.times,
    CASE events.turn WHEN 1 THEN blobs.byte_length END AS byte_length,
    CASE events.turn
        WHEN 1 THEN (SELECT count(*) FROM claims WHERE claims.capture_id = events.capture_id)
    END AS claims,
    events.detail, documents.title, events.origin, documents.publisher, documents.published_on, captures.media_type,
    captures.sha256, articles.identity AS article, captures.article_id, events.capture_id,
    documents.capture_id IS NOT NULL AS has_text -- 0 where it was taken down
FROM events
JOIN captures ON captures.capture_id = events.capture_id
JOIN articles ON articles.article_id = captures.article_id
LEFT JOIN blobs ON blobs.sha256 = captures.sha256
LEFT JOIN documents ON documents.capture_id = captures.capture_id -- none where it was taken down
ORDER BY events.at, events.turn, events.version, events.origin;
