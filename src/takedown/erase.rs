//! Removing what an article said from every table.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::Capture;
use super::traces::Texts;
use crate::Result;
use crate::archive::seals::{self, Subject};
use crate::archive::{collate, derived};
use crate::error::Doing as _;

/// SHA-256 of the text that was read from these bytes, where there is one.
pub fn text_sha256(connection: &Connection, sha256: &str) -> Result<Option<String>> {
    connection
        .query_row(include_str!("text_sha256.sql"), params![sha256], |row| row.get("text_sha256"))
        .doing("read the hash of a text")
}

/// Empties the bytes, removes all derived rows, and what earlier checks quoted of them; makes anew what was made from
/// several articles together. To be called inside a transaction.
pub fn all(connection: &Connection, captures: &[Capture], texts: &Texts) -> Result<()> {
    connection.execute_batch(include_str!("clear.sql")).doing("clear names and incidents")?;
    for capture in captures {
        connection
            .execute("DELETE FROM derivations WHERE capture_id = ?", params![capture.capture_id])
            .doing("remove a derivation")?;
        derived::delete(connection, capture.capture_id)?;
        connection
            .execute(include_str!("erase_proposals.sql"), params![capture.capture_id])
            .doing("erase what was proposed")?;
        connection
            .execute("UPDATE blobs SET byte_length = 0, bytes = x'' WHERE sha256 = ?", params![capture.sha256])
            .doing("erase an article's bytes")?;
    }
    redact_findings(connection, captures, texts)?;
    collate::rebuild(connection)?;
    connection.execute_batch(include_str!("reviews.sql")).doing("erase what reviews said")?;
    connection.execute_batch(include_str!("index.sql")).doing("make the full-text index")?;
    Ok(())
}

/// A finding of an earlier check may quote what it found altered; what is left of such a check is sealed again.
fn redact_findings(connection: &Connection, captures: &[Capture], texts: &Texts) -> Result<()> {
    let mut statement = connection.prepare(include_str!("findings.sql")).doing("read findings")?;
    let findings: Vec<(i64, i64, String)> = statement
        .query_map([], |row| Ok((row.get("check_id")?, row.get("ordinal")?, row.get("said")?)))
        .and_then(Iterator::collect)
        .doing("read findings")?;
    let is_about =
        |said: &str| captures.iter().any(|capture| said.contains(&format!("(capture {})", capture.capture_id)));
    let mut checks = BTreeSet::new();
    for (check_id, ordinal, said) in findings {
        if is_about(&said) || texts.share_words_with(&said) {
            connection
                .execute(include_str!("redact_finding.sql"), params![check_id, ordinal])
                .doing("erase a finding's words")?;
            checks.insert(check_id);
        }
    }
    checks.into_iter().try_for_each(|check_id| seals::seal(connection, Subject::Checks, Some(check_id)))
}
