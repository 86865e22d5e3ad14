-- Claims about a made-up fire, put in by hand, so that these tests speak of questions and not of what the grammar finds.
DELETE FROM incident_claims;
DELETE FROM incidents;
DELETE FROM name_variants;
DELETE FROM names;
DELETE FROM mentions;
DELETE FROM claims;

WITH accounts (publisher, kind, measure, event, low, high, qualifier, plausible_low, plausible_high, relation, date_from, date_to,
    place, source, source_type, via, modality, quote) AS (
    VALUES
    ('The Lantern', 'count', 'killed', NULL, 3, 3, 'exact', 3, 3, NULL, '2019-05-06', '2019-05-06', 'Port Vell', 'the port authority', 'official', NULL, 'fact', 'three dock workers'),
    ('The Lantern', 'count', 'killed', NULL, 20, NULL, 'more_than', 21, NULL, NULL, '2019-05-06', '2019-05-06', 'Port Vell', 'the dockers'' union', 'union', NULL, 'alleged', 'more than 20'),
    ('The Lantern', 'statement', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2019-05-07', '2019-05-07', NULL, 'Ines Moll', 'person', NULL, 'fact', 'The gates were locked'),
    ('Inland Courier', 'count', 'killed', NULL, 5, NULL, 'at_least', 5, NULL, NULL, '2019-05-06', '2019-05-07', 'Portvell', NULL, NULL, NULL, 'fact', 'at least five people'),
    ('Inland Courier', 'count', 'killed', NULL, 1, 1, 'exact', 1, 1, 'subset', '2019-05-06', '2019-05-06', 'Portvell', NULL, NULL, NULL, 'fact', 'a crane driver'),
    ('Inland Courier', 'event', NULL, 'arson', NULL, NULL, NULL, NULL, NULL, NULL, '2019-05-06', '2019-05-06', 'Portvell', NULL, NULL, NULL, 'possible', 'set alight'),
    ('Harbour Evening News of the Lower Coast', 'count', 'killed', NULL, 4, 4, 'exact', 4, 4, NULL, '2019-05-06', '2019-05-06', 'Port Vell', 'doctors at the municipal hospital', 'hospital', 'Radio Levant', 'fact', 'four people'),
    ('Harbour Evening News of the Lower Coast', 'count', 'injured', NULL, 60, 60, 'about', 54, 66, NULL, '2019-05-06', '2019-05-06', 'Port Vell', NULL, NULL, NULL, 'fact', 'some 60'),
    ('Seven Seas Handbook', 'count', 'killed', NULL, 24, NULL, 'indefinite', 24, 99, NULL, '2019-05-06', '2019-05-07', 'Port Vell', 'residents', 'witness', NULL, 'alleged', 'dozens'),
    ('Seven Seas Handbook', 'count', 'killed', NULL, 3, 3, 'exact', 3, 3, NULL, '2019-05-06', '2019-05-06', 'Port Vell', 'the government', 'official', NULL, 'fact', 'three'),
    ('Seven Seas Handbook', 'count', 'killed', NULL, 12, 12, 'exact', 12, 12, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'fact', '12 sailors')
)
INSERT INTO claims (claim_key, capture_id, kind, measure, event, low, high, qualifier, plausible_low, plausible_high, relation,
    date_from, date_to, place, place_name, source, source_type, via, direct, resolved, polarity, modality, quote, start_offset,
    end_offset, sentence, rule)
SELECT
    printf('%064x', row_number() OVER ()), capture_id, kind, measure, event, low, high, qualifier, plausible_low, plausible_high,
    relation, date_from, date_to, place, place, source, source_type, via, kind = 'statement', 0, 'asserted', modality, quote,
    instr(text, quote) - 1, instr(text, quote) - 1 + length(quote),
    (SELECT max(ordinal) FROM sentences
     WHERE sentences.capture_id = documents.capture_id AND sentences.start_offset < instr(text, quote)),
    'made by hand'
FROM accounts JOIN documents USING (publisher);

INSERT INTO names (name_kind, name, sound) VALUES ('place', 'Port Vell', 'PRTFL');
INSERT INTO name_variants (name_kind, spelling, name, sound, occurrences)
VALUES ('place', 'Port Vell', 'Port Vell', 'PRTFL', 3), ('place', 'Portvell', 'Port Vell', 'PRTFL', 1);
INSERT INTO mentions (capture_id, name_kind, spelling, first_offset, occurrences)
SELECT capture_id, 'place', spelling, instr(text, spelling) - 1, 1
FROM documents JOIN name_variants ON instr(text, spelling) > 0;
INSERT INTO incidents (incident, place, date_from, date_to)
VALUES ('port-vell-2019-05-06', 'Port Vell', '2019-05-06', '2019-05-07');
INSERT INTO incident_claims (incident, claim_id, measure)
SELECT 'port-vell-2019-05-06', claim_id, measure FROM claims WHERE place IS NOT NULL;
