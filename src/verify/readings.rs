//! The readings of origins: the log holds a digest of the rows that were stored together, so that none can be changed,
//! removed or added without being seen. Which single row was changed a digest cannot tell.

use rusqlite::Connection;

use super::{Code, Finding, Verdict};
use crate::Result;
use crate::error::Doing as _;
use crate::reingest::record;

/// Compares the rows of each entry with its digest, and then looks for rows that no entry tells of. There may be many more
/// readings than fit into memory.
pub fn check(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut logged: Vec<(i64, i64)> = Vec::new();
    for entry in std::mem::take(&mut verdict.logged.reingests) {
        let (first, last) = (entry.first_reading_id, entry.last_reading_id);
        logged.push((first, last));
        let (digest, rows) = record::digest_of_stored(connection, first, last)?;
        let digest = digest.to_hex();
        if digest != entry.digest {
            verdict.findings.add(Finding {
                code: Code::ReadingAltered,
                object: format!("readings {first} to {last} of run {}", entry.run),
                expected: Some(format!("digest {}", entry.digest)),
                actual: Some(format!("digest {digest}, {rows} rows")),
            });
        }
    }
    // What the log does not tell may have stood in entries that are gone or unreadable, which are findings themselves.
    if verdict.logged.unreadable > 0 {
        return Ok(());
    }
    logged.sort_unstable();
    let mut statement =
        connection.prepare("SELECT reading_id FROM readings ORDER BY reading_id").doing("read readings")?;
    let mut rows = statement.query([]).doing("read readings")?;
    while let Some(row) = rows.next().doing("read readings")? {
        let reading_id: i64 = row.get("reading_id").doing("read readings")?;
        let before = logged.partition_point(|(first, _)| *first <= reading_id);
        let is_logged =
            before.checked_sub(1).and_then(|index| logged.get(index)).is_some_and(|(_, last)| reading_id <= *last);
        if !is_logged {
            let object = format!("readings: reading {reading_id}");
            verdict.findings.add(Finding { code: Code::ReadingUnlogged, object, expected: None, actual: None });
        }
    }
    Ok(())
}
