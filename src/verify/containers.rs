//! The files that articles were read out of: each row is as the log says.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row};

use super::{Code, Finding, Verdict};
use crate::Result;
use crate::error::Doing as _;
use crate::log::entry::ContainerEntry;

/// Compares the rows with the log.
pub fn check(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut statement = connection.prepare(include_str!("containers.sql")).doing("read the containers")?;
    let mut rows: BTreeMap<i64, ContainerEntry> = statement
        .query_map([], stored)
        .and_then(|rows| rows.map(|row| row.map(|row| (row.container_id, row))).collect())
        .doing("read the containers")?;
    for logged in std::mem::take(&mut verdict.logged.containers) {
        match rows.remove(&logged.container_id) {
            Some(row) => compare(&logged, &row, verdict),
            None => verdict.findings.add(Finding {
                code: Code::ContainerMissing,
                object: label(&logged),
                expected: Some(format!("SHA-256 {}", logged.sha256)),
                actual: None,
            }),
        }
    }
    // What the log does not tell may have stood in entries that are gone or unreadable, which are findings themselves.
    if rows.len() > verdict.logged.unreadable {
        for row in rows.values() {
            let actual = Some(format!("SHA-256 {}", row.sha256));
            verdict.findings.add(Finding { code: Code::ContainerUnlogged, object: label(row), expected: None, actual });
        }
    }
    Ok(())
}

fn compare(logged: &ContainerEntry, row: &ContainerEntry, verdict: &mut Verdict) {
    for ((column, expected), (_, actual)) in columns(logged).into_iter().zip(columns(row)) {
        if expected != actual {
            verdict.findings.add(Finding {
                code: Code::ContainerAltered,
                object: format!("containers.{column} of {} (container {})", logged.origin, logged.container_id),
                expected: Some(expected),
                actual: Some(actual),
            });
        }
    }
}

fn columns(entry: &ContainerEntry) -> [(&'static str, String); 6] {
    [
        ("origin", entry.origin.clone()),
        ("kind", entry.container_kind.clone()),
        ("byte_length", entry.byte_length.to_string()),
        ("sha256", entry.sha256.clone()),
        ("read_at", entry.read_at.clone()),
        ("tool", entry.tool.clone()),
    ]
}

fn label(entry: &ContainerEntry) -> String {
    format!("containers: {} (container {})", entry.origin, entry.container_id)
}

fn stored(row: &Row<'_>) -> rusqlite::Result<ContainerEntry> {
    Ok(ContainerEntry {
        container_id: row.get("container_id")?,
        origin: row.get("origin")?,
        container_kind: row.get("kind")?,
        byte_length: row.get("byte_length")?,
        sha256: row.get("sha256")?,
        read_at: row.get("read_at")?,
        tool: row.get("tool")?,
    })
}
