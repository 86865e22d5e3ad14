//! The words that users added: each version is there, is what the log says, and has the content of its hash.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row};

use super::finding::shortened;
use super::{Code, Finding, Verdict};
use crate::Result;
use crate::archive::vocabulary_source;
use crate::error::Doing as _;
use crate::hash::Hash;
use crate::log::entry::VocabularyEntry;

/// A row, and the hash of its content.
struct Stored {
    row: VocabularyEntry,
    content_sha256: String,
}

/// Compares the rows with the log.
pub fn check(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut statement =
        connection.prepare(include_str!("vocabulary_sources.sql")).doing("read the added vocabulary")?;
    let mut rows: BTreeMap<(String, i64), Stored> = statement
        .query_map([], stored)
        .and_then(|rows| rows.map(|row| row.map(|stored| (identity(&stored.row), stored))).collect())
        .doing("read the added vocabulary")?;
    for logged in std::mem::take(&mut verdict.logged.vocabulary) {
        match rows.remove(&identity(&logged)) {
            Some(stored) => compare(&logged, &stored, verdict),
            None => verdict.findings.add(Finding {
                code: Code::VocabularySourceMissing,
                object: label(&logged),
                expected: Some(format!("SHA-256 {}", logged.sha256)),
                actual: None,
            }),
        }
    }
    // What the log does not tell may have stood in entries that are gone or unreadable, which are findings themselves.
    if rows.len() > verdict.logged.unreadable {
        for stored in rows.values() {
            let actual = Some(format!("SHA-256 {}", stored.row.sha256));
            let object = label(&stored.row);
            verdict.findings.add(Finding { code: Code::VocabularySourceUnlogged, object, expected: None, actual });
        }
    }
    if let Err(fault) = crate::vocabulary::check(&vocabulary_source::in_force(connection)?) {
        verdict.notes.push(format!("{}: {}; the words of this file were not used", fault.location, fault.reason));
    }
    Ok(())
}

fn compare(logged: &VocabularyEntry, stored: &Stored, verdict: &mut Verdict) {
    let row = &stored.row;
    let columns = [
        ("sha256", &logged.sha256, &row.sha256),
        ("content", &logged.sha256, &stored.content_sha256),
        ("added_at", &logged.added_at, &row.added_at),
        ("tool", &logged.tool, &row.tool),
    ];
    for (column, expected, actual) in columns {
        if expected != actual {
            let shown = |value: &str| {
                if column == "content" { format!("SHA-256 {value}") } else { shortened(value) }
            };
            verdict.findings.add(Finding {
                code: Code::VocabularySourceAltered,
                object: format!("vocabulary_sources.{column} of {}, version {}", logged.name, logged.version),
                expected: Some(shown(expected)),
                actual: Some(shown(actual)),
            });
        }
    }
}

fn identity(entry: &VocabularyEntry) -> (String, i64) {
    (entry.name.clone(), entry.version)
}

fn label(entry: &VocabularyEntry) -> String {
    format!("vocabulary_sources: {}, version {}", entry.name, entry.version)
}

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let content: String = row.get("content")?;
    let row = VocabularyEntry {
        name: row.get("name")?,
        version: row.get("version")?,
        sha256: row.get("sha256")?,
        added_at: row.get("added_at")?,
        tool: row.get("tool")?,
    };
    Ok(Stored { row, content_sha256: Hash::of(content.as_bytes()).to_hex() })
}
