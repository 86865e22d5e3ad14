//! The vocabulary tables and the list of contents, compared with the program's own. Where another version of the program
//! filled them, its words cannot be known here, and that is said.

use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::types::Value;

use super::finding::shortened;
use super::{Code, Finding, Verdict};
use crate::Result;
use crate::archive::derivation::extractor;
use crate::archive::{Archive, vocabulary};
use crate::error::Doing as _;

/// Compares table by table.
pub fn check(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let new = Archive::in_memory()?;
    let mut compare = |name: &str, select: &str, may_have_more: bool| -> Result<()> {
        let expected = new.read(|connection| rows(connection, select))?;
        report(name, &expected, &rows(connection, select)?, may_have_more, verdict);
        Ok(())
    };
    compare("archive_contents", include_str!("contents.sql"), false)?;
    if !vocabulary::is_current(connection)? {
        verdict.notes.push(
            "another version of dossier, or one with other words, filled the vocabulary; its tables were not compared"
                .to_owned(),
        );
        return Ok(());
    }
    let older = has_older_rows(connection)?;
    vocabulary::TABLES.iter().try_for_each(|table| compare(table.name, table.select, older && table.is_referenced))
}

/// Rows that an older program derived may use words that are no more.
fn has_older_rows(connection: &Connection) -> Result<bool> {
    connection
        .query_row("SELECT EXISTS (SELECT 1 FROM derivations WHERE extractor <> ?)", [extractor()], |row| row.get(0))
        .doing("read the vocabulary")
}

fn report(name: &str, expected: &Table, actual: &Table, may_have_more: bool, verdict: &mut Verdict) {
    let mut stray: Vec<&Vec<String>> = actual.difference(expected).collect();
    let mut found = |expected: Option<&Vec<String>>, actual: Option<&Vec<String>>| {
        let word = expected.or(actual).and_then(|row| row.first()).map(String::as_str).unwrap_or_default();
        let shown = |row: &Vec<String>| shortened(&row.join(" | "));
        verdict.findings.add(Finding {
            code: Code::VocabularyAltered,
            object: format!("{name}: {word}"),
            expected: expected.map(shown),
            actual: actual.map(shown),
        });
    };
    for row in expected.difference(actual) {
        // A row that is there with another content is told in one finding.
        let altered = stray.iter().position(|other| other.first() == row.first());
        found(Some(row), altered.map(|position| stray.remove(position)));
    }
    if !may_have_more {
        for row in stray {
            found(None, Some(row));
        }
    }
}

type Table = BTreeSet<Vec<String>>;

fn rows(connection: &Connection, select: &str) -> Result<Table> {
    let mut statement = connection.prepare(select).doing("read the vocabulary")?;
    let columns = statement.column_count();
    let shown = |value: Value| match value {
        Value::Null => String::new(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text,
        Value::Blob(bytes) => format!("{} bytes", bytes.len()),
    };
    statement
        .query_map([], |row| (0..columns).map(|column| row.get(column).map(shown)).collect())
        .and_then(Iterator::collect)
        .doing("read the vocabulary")
}
