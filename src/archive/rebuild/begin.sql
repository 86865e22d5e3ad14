-- Removes what is made from several captures together, and rows of captures that are not there; children first.
DELETE FROM copies;
DELETE FROM fingerprints;
DELETE FROM wordings;
DELETE FROM incident_claims;
DELETE FROM incidents;
DELETE FROM name_variants;
DELETE FROM names;
DELETE FROM derivations WHERE capture_id NOT IN (SELECT capture_id FROM captures);
DELETE FROM mentions WHERE capture_id NOT IN (SELECT capture_id FROM captures);
DELETE FROM claims WHERE capture_id NOT IN (SELECT capture_id FROM captures);
DELETE FROM sentences WHERE capture_id NOT IN (SELECT capture_id FROM captures);
DELETE FROM documents WHERE capture_id NOT IN (SELECT capture_id FROM captures);
