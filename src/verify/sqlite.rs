//! SQLite's own checks of the file and of references between rows.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{Code, Finding, Verdict};
use crate::Result;
use crate::error::Doing as _;

/// Pages, rows, indexes and constraints.
pub fn check(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut statement = connection.prepare("PRAGMA integrity_check").doing("check the file")?;
    let mut rows = statement.query([]).doing("check the file")?;
    while let Some(row) = rows.next().doing("check the file")? {
        let message: String = row.get("integrity_check").doing("check the file")?;
        if message != "ok" {
            verdict.findings.add(Finding {
                code: Code::FileDamaged,
                object: "the file".to_owned(),
                expected: None,
                actual: Some(message),
            });
        }
    }
    Ok(())
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
        ("claims", _) => &[Code::VocabularyAltered, Code::ClaimAltered, Code::ClaimStray],
        ("mentions", _) => &[Code::VocabularyAltered, Code::MentionAltered, Code::MentionStray],
        _ => &[Code::VocabularyAltered],
    };
    verdict.findings.has(explains)
}
