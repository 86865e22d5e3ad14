//! SQLite's own checks of the file and of references between rows.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{Amount, Code, Finding, Progress, Verdict, Watcher, step};
use crate::Result;
use crate::archive::schema::Difference;
use crate::error::Doing as _;

/// Rows, indexes and constraints, table by table, so that writers need not wait for all of it. What was added to the schema
/// is left alone: its constraints are not dossier's.
pub fn check(
    connection: &Connection,
    differences: &[Difference],
    verdict: &mut Verdict,
    watcher: Watcher<'_>,
) -> Result<()> {
    let mut tables = Vec::new();
    step(connection, verdict, |connection, _| {
        tables = own_tables(connection, differences)?;
        Ok(())
    })?;
    for (index, table) in tables.iter().enumerate() {
        let (done, total) = (index as u64, tables.len() as u64);
        watcher(Progress { step: "tables and indexes", done, total, amount: Amount::Pieces });
        step(connection, verdict, |connection, verdict| check_table(connection, table, verdict))?;
    }
    Ok(())
}

fn own_tables(connection: &Connection, differences: &[Difference]) -> Result<Vec<String>> {
    let mut statement = connection.prepare(include_str!("tables.sql")).doing("list the tables")?;
    let tables: Vec<String> =
        statement.query_map([], |row| row.get("name")).and_then(Iterator::collect).doing("list the tables")?;
    Ok(tables.into_iter().filter(|table| differences.iter().all(|added| added.name != *table)).collect())
}

fn check_table(connection: &Connection, table: &str, verdict: &mut Verdict) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("integrity.sql")).doing("check the file")?;
    let mut rows = statement.query([table]).doing("check the file")?;
    while let Some(row) = rows.next().doing("check the file")? {
        let message: String = row.get("message").doing("check the file")?;
        if message != "ok" && !is_told(&message, verdict) {
            verdict.findings.add(Finding {
                code: Code::FileDamaged,
                object: format!("the file, in {table}"),
                expected: None,
                actual: Some(message),
            });
        }
    }
    Ok(())
}

/// Whether the message is about a page that the walk through the file has named.
fn is_told(message: &str, verdict: &Verdict) -> bool {
    let numbers = |text: &str| -> Vec<u64> {
        let after_page = text.split("page ").skip(1);
        after_page.filter_map(|rest| rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()).collect()
    };
    let named = numbers(message);
    let mut listed = verdict.findings.listed().iter().filter(|finding| finding.code == Code::FileDamaged);
    listed.any(|finding| numbers(&finding.object).iter().any(|page| named.contains(page)))
}

/// Rows that refer to rows that are not there: one finding for each pair of tables. Run last, because most of what leads
/// to it has been found by then; then it is not reported again.
pub fn check_references(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut dangling: BTreeMap<(String, String), (usize, Option<i64>)> = BTreeMap::new();
    let mut statement = connection.prepare("PRAGMA foreign_key_check").doing("check references")?;
    let mut rows = statement.query([]).doing("check references")?;
    while let Some(row) = rows.next().doing("check references")? {
        let key = (row.get("table").doing("check references")?, row.get("parent").doing("check references")?);
        let (count, first) = dangling.entry(key).or_default();
        *count += 1;
        if first.is_none() {
            *first = row.get("rowid").doing("check references")?;
        }
    }
    for ((table, parent), (count, first)) in dangling {
        if is_explained(&table, &parent, verdict) {
            continue;
        }
        let which = first.map_or_else(String::new, |rowid| format!(", the first in row {rowid}"));
        verdict.findings.add(Finding {
            code: Code::ReferenceDangling,
            object: format!("{table}: {count} rows refer to rows of {parent} that are not there{which}"),
            expected: None,
            actual: None,
        });
    }
    Ok(())
}

fn is_explained(table: &str, parent: &str, verdict: &Verdict) -> bool {
    let explains: &[Code] = match (table, parent) {
        (_, "blobs") => &[Code::BlobMissing],
        (_, "captures") => &[Code::CaptureMissing],
        (_, "articles") => &[Code::CaptureAltered],
        (_, "documents") => &[Code::DocumentMissing, Code::CaptureMissing],
        ("incident_claims", "claims") => &[Code::ClaimMissing, Code::DocumentMissing, Code::CaptureMissing],
        (_, "incidents") => &[Code::IncidentMissing],
        (_, "names") => &[Code::NameMissing],
        (_, "checks") => &[Code::RecordMissing],
        ("claims", _) => &[Code::VocabularyAltered, Code::ClaimAltered, Code::ClaimStray],
        ("mentions", _) => &[Code::VocabularyAltered, Code::MentionAltered, Code::MentionStray],
        _ => &[Code::VocabularyAltered],
    };
    verdict.findings.has(explains)
}
