-- What the archive holds, one line for each thing.
WITH copied (articles) AS (
    -- Of each family of copies all but one; an article without copies is a family of its own.
    SELECT count(*) - count(DISTINCT coalesce(copies.first_capture_id, captures.capture_id))
    FROM captures
    LEFT JOIN copies ON copies.capture_id = captures.capture_id
    WHERE NOT EXISTS (
        SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
    )
)
SELECT 'articles' AS what, printf('%,d', count(*)) AS value FROM articles
UNION ALL
SELECT '  copies of others among them', printf('%,d', articles) FROM copied
UNION ALL
SELECT '  independent texts',
    printf('%,d', (SELECT count(*) FROM articles) - (SELECT articles FROM copied))
UNION ALL
SELECT 'versions of them', printf('%,d', count(*)) FROM captures
UNION ALL
SELECT 'bytes as found', printf('%,d', coalesce(sum(byte_length), 0)) FROM blobs
UNION ALL
SELECT 'publishers', printf('%,d', count(DISTINCT publisher)) FROM documents
UNION ALL
SELECT 'published', coalesce(min(published_on) || ' to ' || max(published_on), 'no day known') FROM documents
UNION ALL
SELECT 'sentences', printf('%,d', count(*)) FROM sentences
UNION ALL
SELECT 'claims', printf('%,d', count(*)) FROM claims
UNION ALL
SELECT '  ' || kind || 's', printf('%,d', count(*)) FROM claims GROUP BY kind
UNION ALL
SELECT '  reviewed by people', printf('%,d', count(*)) FROM review_states
UNION ALL
SELECT '    ' || review, printf('%,d', count(*)) FROM review_states GROUP BY review
UNION ALL
SELECT 'names of places, people and bodies', printf('%,d', count(*)) FROM names
UNION ALL
SELECT 'spellings of them', printf('%,d', count(*)) FROM name_variants
UNION ALL
SELECT 'incidents', printf('%,d', count(*)) FROM incidents
UNION ALL
SELECT 'entries of the log', printf('%,d', count(*)) FROM log_entries
UNION ALL
SELECT 'last ingest', coalesce(max(finished_at), 'never') FROM ingests
UNION ALL
SELECT 'last verification',
    coalesce(
        (SELECT finished_at || CASE findings_count WHEN 0 THEN ', sound' ELSE ', ' || findings_count || ' findings' END
         FROM checks ORDER BY check_id DESC LIMIT 1),
        'never');
