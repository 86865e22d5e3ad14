-- One page of where a name is met: article by article, with the spelling that stands there.
SELECT captures.sha256, documents.publisher, documents.published_on, documents.title, articles.identity AS article,
    mentions.spelling, mentions.occurrences
FROM name_variants
CROSS JOIN mentions ON mentions.name_kind = name_variants.name_kind AND mentions.spelling = name_variants.spelling
CROSS JOIN captures ON captures.capture_id = mentions.capture_id
CROSS JOIN documents ON documents.capture_id = mentions.capture_id
JOIN articles ON articles.article_id = captures.article_id
WHERE name_variants.name_kind = :kind AND name_variants.name = :name
    AND NOT EXISTS (
        SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
    )
ORDER BY documents.published_on, documents.publisher, captures.capture_id, mentions.spelling
LIMIT :limit OFFSET :offset;
