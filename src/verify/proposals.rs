//! What tools proposed: each set is as the log says, its rows have the digest that is logged, and the quotes stand in the
//! text. Of an article that was taken down no proposal may be left.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _};

use super::{Code, Finding, Verdict};
use crate::Result;
use crate::error::Doing as _;
use crate::log::entry::ProposalsEntry;
use crate::proposal::store;

/// Compares the rows with the log.
pub fn check(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut sets: BTreeMap<i64, ProposalsEntry> =
        store::sets(connection)?.into_iter().map(|set| (set.set_id, set)).collect();
    for logged in std::mem::take(&mut verdict.logged.proposals) {
        match sets.remove(&logged.set_id) {
            Some(row) => {
                compare(&logged, &row, verdict);
                check_rows(connection, &logged, verdict)?;
            }
            None => verdict.findings.add(Finding {
                code: Code::ProposalMissing,
                object: label(&logged),
                expected: Some(format!("{} proposals", logged.proposals)),
                actual: None,
            }),
        }
    }
    // What the log does not tell may have stood in entries that are gone or unreadable, which are findings themselves.
    if sets.len() > verdict.logged.unreadable {
        for row in sets.values() {
            let actual = Some(format!("{} proposals", row.proposals));
            verdict.findings.add(Finding { code: Code::ProposalUnlogged, object: label(row), expected: None, actual });
        }
    }
    Ok(())
}

fn compare(logged: &ProposalsEntry, row: &ProposalsEntry, verdict: &mut Verdict) {
    for ((column, expected), (_, actual)) in columns(logged).into_iter().zip(columns(row)) {
        if expected != actual {
            verdict.findings.add(Finding {
                code: Code::ProposalAltered,
                object: format!("proposal_sets.{column} of set {}", logged.set_id),
                expected: Some(expected),
                actual: Some(actual),
            });
        }
    }
}

/// The rows of a set: those that were logged, or none where the article was taken down.
fn check_rows(connection: &Connection, logged: &ProposalsEntry, verdict: &mut Verdict) -> Result<()> {
    let (digest, count) = store::digest_of_stored(connection, logged.set_id)?;
    let mut add = |expected: String, actual: String| {
        verdict.findings.add(Finding {
            code: Code::ProposalAltered,
            object: format!("proposals of set {}, by {}", logged.set_id, logged.proposed_by),
            expected: Some(expected),
            actual: Some(actual),
        });
    };
    let read = connection
        .query_row(include_str!("proposals.sql"), [logged.capture_id, logged.set_id], |row| {
            Ok((
                row.get::<_, Option<String>>("sha256")?,
                row.get::<_, Option<String>>("text_sha256")?,
                row.get::<_, i64>("misplaced")?,
            ))
        })
        .optional()
        .doing("read proposals")?;
    let (sha256, text_sha256, misplaced) = read.unwrap_or_default();
    if sha256.is_some_and(|sha256| verdict.logged.takedowns.contains_key(&sha256)) {
        if count > 0 {
            add("no row, because the article was taken down".to_owned(), format!("{count} rows"));
        }
        return Ok(());
    }
    if digest.to_hex() != logged.digest {
        add(
            format!("{} rows with digest {}", logged.proposals, logged.digest),
            format!("{count} rows with digest {}", digest.to_hex()),
        );
    } else if text_sha256.as_ref() == Some(&logged.text_sha256) {
        if misplaced > 0 {
            add("quotes that stand in the text".to_owned(), format!("{misplaced} that do not"));
        }
    } else if text_sha256.is_some() {
        verdict.notes.push(format!(
            "set {} of proposals, by {}, was made for a text that is read otherwise now; its offsets may not fit",
            logged.set_id, logged.proposed_by
        ));
    }
    Ok(())
}

fn columns(entry: &ProposalsEntry) -> [(&'static str, String); 10] {
    [
        ("capture_id", entry.capture_id.to_string()),
        ("proposed_by", entry.proposed_by.clone()),
        ("sequence", entry.sequence.to_string()),
        ("origin", entry.origin.clone()),
        ("file_sha256", entry.file_sha256.clone()),
        ("text_sha256", entry.text_sha256.clone()),
        ("proposals", entry.proposals.to_string()),
        ("digest", entry.digest.clone()),
        ("imported_at", entry.imported_at.clone()),
        ("tool", entry.tool.clone()),
    ]
}

fn label(entry: &ProposalsEntry) -> String {
    format!("proposal_sets: set {}, by {} for capture {}", entry.set_id, entry.proposed_by, entry.capture_id)
}
