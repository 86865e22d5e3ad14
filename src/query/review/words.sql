-- The words that the values of a claim are chosen from, each with its value.
SELECT 'measure' AS field, measure AS word FROM measures
UNION ALL SELECT 'event', event FROM events
UNION ALL SELECT 'qualifier', qualifier FROM qualifiers
UNION ALL SELECT 'relation', relation FROM relations
UNION ALL SELECT 'source_type', source_type FROM source_types
UNION ALL SELECT 'polarity', polarity FROM polarities
UNION ALL SELECT 'modality', modality FROM modalities
ORDER BY field, word;
