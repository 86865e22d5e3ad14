//! What was erased by order: the rows of `takedowns` are as the log says, and what they speak of is gone. Only an entry of
//! the log excuses that bytes are not there; a row alone excuses nothing.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row};

use super::captures::Stored;
use super::{Code, Finding, Verdict};
use crate::Result;
use crate::archive::derived::{Rows, TABLES};
use crate::error::Doing as _;
use crate::log::entry::TakedownEntry;

/// Compares each row with the log, and says in a note what is missing by order.
pub fn check(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut found = stored(connection)?;
    let logged: Vec<TakedownEntry> = verdict.logged.takedowns.values().cloned().collect();
    for entry in &logged {
        let finding = |code, column: &str, expected: &Option<String>, actual: Option<String>| Finding {
            code,
            object: format!("takedowns{column}: SHA-256 {}", entry.sha256),
            expected: expected.clone(),
            actual,
        };
        let Some(row) = found.remove(&entry.sha256) else {
            let expected = Some(format!("taken down on {} by order of {}", entry.taken_down_at, entry.ordered_by));
            verdict.findings.add(finding(Code::TakedownMissing, "", &expected, None));
            continue;
        };
        for ((column, expected), (_, actual)) in columns(entry).into_iter().zip(columns(&row)) {
            if expected != actual {
                verdict.findings.add(finding(Code::TakedownAltered, column, &expected, actual));
            }
        }
        verdict.notes.push(format!(
            "the bytes with SHA-256 {} were taken down on {} by order of {}: {}",
            entry.sha256, entry.taken_down_at, entry.ordered_by, entry.reason
        ));
    }
    // What the log does not tell may have stood in entries that are gone or unreadable, which are findings themselves.
    let unlogged = if verdict.logged.unreadable == 0 { found } else { BTreeMap::new() };
    for row in unlogged.into_values() {
        verdict.findings.add(Finding {
            code: Code::TakedownUnlogged,
            object: format!("takedowns: SHA-256 {}", row.sha256),
            expected: None,
            actual: Some(row.reason),
        });
    }
    Ok(())
}

/// Whether nothing is left of a capture that was taken down but the row that says so.
pub fn check_erased(connection: &Connection, stored: &Stored, verdict: &mut Verdict) -> Result<()> {
    let mut left = Vec::new();
    if let Some(capture) = stored.capture.as_ref().filter(|capture| !capture.bytes.is_empty()) {
        left.push(format!("{} bytes", capture.bytes.len()));
    }
    let rows = Rows::stored(connection, stored.capture_id)?;
    left.extend(
        TABLES.iter().zip(&rows.0).filter(|(_, rows)| !rows.is_empty()).map(|(table, _)| table.name.to_owned()),
    );
    left.extend(stored.derivation.is_some().then(|| "derivations".to_owned()));
    if !left.is_empty() {
        verdict.findings.add(Finding {
            code: Code::TakedownUndone,
            object: format!("blobs.bytes or derived rows of {}", stored.label),
            expected: None,
            actual: Some(left.join(", ")),
        });
    }
    Ok(())
}

fn columns(entry: &TakedownEntry) -> [(&'static str, Option<String>); 5] {
    let text = |value: &str| Some(value.to_owned());
    [
        (".text_sha256", entry.text_sha256.clone()),
        (".reason", text(&entry.reason)),
        (".ordered_by", text(&entry.ordered_by)),
        (".taken_down_at", text(&entry.taken_down_at)),
        (".tool", text(&entry.tool)),
    ]
}

fn stored(connection: &Connection) -> Result<BTreeMap<String, TakedownEntry>> {
    let mut statement = connection.prepare(include_str!("takedowns.sql")).doing("read takedowns")?;
    let read = |row: &Row<'_>| {
        Ok(TakedownEntry {
            sha256: row.get("sha256")?,
            text_sha256: row.get("text_sha256")?,
            reason: row.get("reason")?,
            ordered_by: row.get("ordered_by")?,
            taken_down_at: row.get("taken_down_at")?,
            tool: row.get("tool")?,
        })
    };
    let rows: Vec<TakedownEntry> = statement.query_map([], read).and_then(Iterator::collect).doing("read takedowns")?;
    Ok(rows.into_iter().map(|row| (row.sha256.clone(), row)).collect())
}
