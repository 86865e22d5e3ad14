//! The readings of origins: the log holds a digest of the rows that were stored together, so that none can be changed,
//! removed or added without being seen. Which single row was changed a digest cannot tell.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::{Code, Finding, Verdict};
use crate::Result;
use crate::error::Doing as _;
use crate::reingest::record;

/// Compares the rows of each entry with its digest, and then looks for rows that no entry tells of.
pub fn check(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut unlogged: BTreeSet<i64> = connection
        .prepare("SELECT reading_id FROM readings")
        .and_then(|mut statement| statement.query_map([], |row| row.get("reading_id"))?.collect())
        .doing("read readings")?;
    for entry in std::mem::take(&mut verdict.logged.reingests) {
        let rows = record::stored(connection, entry.first_reading_id, entry.last_reading_id)?;
        let digest = record::digest(&rows).to_hex();
        for row in &rows {
            unlogged.remove(&row.reading_id);
        }
        if digest != entry.digest {
            verdict.findings.add(Finding {
                code: Code::ReadingAltered,
                object: format!(
                    "readings {} to {} of run {}",
                    entry.first_reading_id, entry.last_reading_id, entry.run
                ),
                expected: Some(format!("digest {}", entry.digest)),
                actual: Some(format!("digest {digest}, {} rows", rows.len())),
            });
        }
    }
    // What the log does not tell may have stood in entries that are gone or unreadable, which are findings themselves.
    if verdict.logged.unreadable == 0 {
        for reading_id in unlogged {
            let object = format!("readings: reading {reading_id}");
            verdict.findings.add(Finding { code: Code::ReadingUnlogged, object, expected: None, actual: None });
        }
    }
    Ok(())
}
