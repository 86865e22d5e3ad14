-- The people and bodies, each spelling once for every article that it stands in.
SELECT
    name_variants.name_kind,
    name_variants.name,
    name_variants.spelling,
    articles.identity AS article,
    captures.sequence AS version,
    captures.sha256,
    mentions.occurrences
FROM name_variants
JOIN mentions ON mentions.name_kind = name_variants.name_kind AND mentions.spelling = name_variants.spelling
JOIN chosen AS captures ON captures.capture_id = mentions.capture_id
JOIN articles ON articles.article_id = captures.article_id
WHERE name_variants.name_kind IN ('body', 'person')
ORDER BY name_variants.name_kind, name_variants.name, name_variants.spelling, captures.capture_id;
