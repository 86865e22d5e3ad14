-- Claims with what was decided about them: those that nobody has looked at and those in dispute first, article by article. Of
-- what nobody has looked at only the articles are read that the first :limit claims can be in: as far on as the archive has
-- that many claims, and as many more as were decided about.
WITH in_order AS (
    SELECT latest.capture_id,
        (SELECT count(*) FROM claims WHERE claims.capture_id = latest.capture_id) AS claims,
        documents.published_on, latest.article_id
    FROM captures AS latest
    CROSS JOIN documents ON documents.capture_id = latest.capture_id
    WHERE (:capture_id IS NULL OR latest.capture_id = :capture_id)
        AND (:incident IS NULL OR latest.capture_id IN (
            SELECT claims.capture_id FROM incident_claims CROSS JOIN claims ON claims.claim_id = incident_claims.claim_id
            WHERE incident_claims.incident = :incident
        ))
        AND NOT EXISTS (
            SELECT 1 FROM captures AS later WHERE later.article_id = latest.article_id AND later.sequence > latest.sequence
        )
),
near AS MATERIALIZED (
    SELECT capture_id
    FROM (SELECT capture_id, sum(claims) OVER (ORDER BY published_on, article_id) - claims AS before FROM in_order)
    -- A claim of an incident may stand anywhere in its article.
    WHERE :limit < 0 OR :incident IS NOT NULL OR before < :limit + (SELECT count(*) FROM reviews)
),
found AS (
    SELECT told.*, 'machine' AS reading, 'unreviewed' AS review, NULL AS reviewers, NULL AS review_note
    FROM near
    CROSS JOIN claims_with_sources AS told ON told.capture_id = near.capture_id
    WHERE told.claim_key NOT IN (SELECT claim_key FROM review_states)
    UNION ALL
    SELECT
        incident, publisher, published_on, title, kind, measure, event, what, figure, low, high, qualifier, unit, counted_group, actor,
        target, relation, date_from, date_to, date, place, known_place, source, source_type, via, cue, direct, resolved, polarity,
        modality, quote, sentence, date_basis, place_basis, source_basis, rule, article, article_id, version, capture_id, claim_id,
        claim_key, start_offset, end_offset, group_class, plausible_low, plausible_high, reading, review, reviewers, review_note
    FROM decided_claims
    WHERE capture_id IN (SELECT capture_id FROM in_order)
)
SELECT substr(claim_key, 1, 12) AS claim, *
FROM found
WHERE (:state IS NULL OR review = :state)
    AND (:incident IS NULL OR incident = :incident)
ORDER BY review NOT IN ('unreviewed', 'disputed'), published_on, article_id, start_offset, claim_id
LIMIT :limit;
