-- The kinds of claim.
SELECT claim_kind AS word FROM claim_kinds ORDER BY rowid;
