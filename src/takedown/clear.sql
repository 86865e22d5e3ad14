-- Removes what is made from several articles together, children first.
DELETE FROM copies;
DELETE FROM fingerprints;
DELETE FROM wordings;
DELETE FROM incident_claims;
DELETE FROM incidents;
DELETE FROM name_variants;
DELETE FROM names;
