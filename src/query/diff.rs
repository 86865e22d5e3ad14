//! `query diff A B`: what differs between two versions, or two articles: the sentences, and the claims.

use rusqlite::Connection;
use rusqlite::types::Value as Parameter;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{Question, Rows, Value, article};
use crate::Result;

/// The sentences of the version in `:capture_id`.
pub const SENTENCES: Question = Question { name: "diff", sql: include_str!("diff/sentences.sql"), shown: &[] };

/// The claims of the version in `:capture_id`, one line each.
pub const CLAIM_LINES: Question = Question { name: "diff", sql: include_str!("diff/claims.sql"), shown: &[] };

/// The columns of an answer: sentence or claim; removed, added or changed; the words in each version.
const COLUMNS: [&str; 4] = ["thing", "change", "before", "after"];

/// What differs, sentences before claims, in the order of the texts. Empty where nothing does.
///
/// # Errors
/// As [`article::find`].
pub fn diff(connection: &Connection, before: &str, after: &str) -> Result<Rows> {
    let versions = (article::find(connection, before)?, article::find(connection, after)?);
    let mut rows = Rows { columns: COLUMNS.map(str::to_owned).to_vec(), rows: Vec::new() };
    for (thing, question) in [("sentence", &SENTENCES), ("claim", &CLAIM_LINES)] {
        let before = lines(connection, question, versions.0.capture_id)?;
        let after = lines(connection, question, versions.1.capture_id)?;
        rows.rows.extend(changes(thing, &before, &after));
    }
    Ok(rows)
}

fn lines(connection: &Connection, question: &Question, capture_id: i64) -> Result<Vec<String>> {
    let rows = question.rows(connection, &vec![(":capture_id", Parameter::Integer(capture_id))])?;
    let lines = rows.rows.iter().filter_map(|row| match row.first() {
        Some(Value::Text(line)) => Some(line.clone()),
        _ => None,
    });
    Ok(lines.collect())
}

/// Neighbouring lines that were replaced are paired in order; what is left over was removed or added.
fn changes(thing: &str, before: &[String], after: &[String]) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, before, after) {
        if matches!(operation, DiffOp::Equal { .. }) {
            continue;
        }
        let old = before.get(operation.old_range()).unwrap_or_default();
        let new = after.get(operation.new_range()).unwrap_or_default();
        for index in 0..old.len().max(new.len()) {
            let (old, new) = (old.get(index), new.get(index));
            let change = match (old, new) {
                (Some(_), Some(_)) => "changed",
                (Some(_), None) => "removed",
                _ => "added",
            };
            let text = |line: Option<&String>| line.map_or(Value::Null, |line| Value::Text(line.clone()));
            rows.push(vec![Value::Text(thing.to_owned()), Value::Text(change.to_owned()), text(old), text(new)]);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaced_lines_are_paired() {
        let lines = |text: &str| text.split('/').map(str::to_owned).collect::<Vec<_>>();
        let change = |row: &Vec<Value>| row.get(1).cloned();
        for (before, after, expected) in [
            ("a/b/c", "a/b/c", vec![]),
            ("a/b/c", "a/x/c", vec!["changed"]),
            ("a/b/c", "a/c", vec!["removed"]),
            ("a/c", "a/x/y/c", vec!["added", "added"]),
            ("a/b/c", "a/x/y/c", vec!["changed", "added"]),
        ] {
            let found: Vec<_> = changes("sentence", &lines(before), &lines(after)).iter().filter_map(change).collect();
            let expected: Vec<_> = expected.into_iter().map(|word| Value::Text(word.to_owned())).collect();
            assert_eq!(found, expected, "{before} → {after}");
        }
    }
}
