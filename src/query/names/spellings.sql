-- The spellings of one name, and how widely each is met in the latest version of the articles.
SELECT name_variants.spelling,
    count(DISTINCT documents.publisher) AS publishers,
    count(DISTINCT captures.article_id) AS articles,
    coalesce(sum(mentions.occurrences), 0) AS occurrences,
    substr(group_concat(DISTINCT documents.publisher), 1, 400) AS met_in
FROM name_variants
LEFT JOIN mentions ON mentions.name_kind = name_variants.name_kind AND mentions.spelling = name_variants.spelling
LEFT JOIN captures ON captures.capture_id = mentions.capture_id
    AND NOT EXISTS (
        SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
    )
LEFT JOIN documents ON documents.capture_id = captures.capture_id
WHERE name_variants.name_kind = :kind AND name_variants.name = :name
GROUP BY name_variants.spelling
ORDER BY articles DESC, occurrences DESC, name_variants.spelling;
