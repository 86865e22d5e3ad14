//! Derived rows as they are, against derived rows as they should be, cell by cell.

use std::collections::BTreeMap;

use super::captures::Stored;
use super::finding::{around_difference, shortened};
use super::{Code, Finding, Verdict};
use crate::archive::derived::{Cell, Cells, Rows, TABLES, Table};

/// The codes of one table's findings.
struct Codes {
    altered: Code,
    missing: Code,
    stray: Code,
}

/// In the order of [`TABLES`]. A capture has one document, so that none can be stray.
const CODES: [Codes; 4] = [
    Codes { altered: Code::DocumentAltered, missing: Code::DocumentMissing, stray: Code::DocumentAltered },
    Codes { altered: Code::SentenceAltered, missing: Code::SentenceMissing, stray: Code::SentenceStray },
    Codes { altered: Code::ClaimAltered, missing: Code::ClaimMissing, stray: Code::ClaimStray },
    Codes { altered: Code::MentionAltered, missing: Code::MentionMissing, stray: Code::MentionStray },
];

/// Compares one capture's rows. Where its document is gone, or all rows of a table are, that is one finding.
pub fn compare(stored: &Stored, expected: &Rows<'_>, actual: &Rows<'_>, verdict: &mut Verdict) {
    for (((table, codes), expected), actual) in TABLES.iter().zip(&CODES).zip(&expected.0).zip(&actual.0) {
        if !expected.is_empty() && actual.is_empty() {
            verdict.findings.add(Finding {
                code: codes.missing,
                object: format!("{} of {}", table.name, stored.label),
                expected: Some(if expected.len() == 1 {
                    "a row".to_owned()
                } else {
                    format!("{} rows", expected.len())
                }),
                actual: None,
            });
            if table.key.is_none() {
                return;
            }
        } else {
            compare_table(&Comparison { stored, table, codes }, expected, actual, verdict);
        }
    }
}

struct Comparison<'a> {
    stored: &'a Stored,
    table: &'a Table,
    codes: &'a Codes,
}

fn compare_table(comparison: &Comparison<'_>, expected: &[Cells<'_>], actual: &[Cells<'_>], verdict: &mut Verdict) {
    let key = |row: &Cells<'_>| -> Option<String> { row.get(comparison.table.key?)?.shown() };
    let mut unmatched: BTreeMap<Option<String>, Vec<&Cells<'_>>> = BTreeMap::new();
    for row in actual {
        unmatched.entry(key(row)).or_default().push(row);
    }
    // Two rows may share their key, as a spelling that is a person's name and a place's: what is the same goes first.
    let mut differing = Vec::new();
    for row in expected {
        let alike = unmatched.entry(key(row)).or_default();
        match alike.iter().position(|found| *found == row) {
            Some(position) => drop(alike.swap_remove(position)),
            None => differing.push(row),
        }
    }
    let mut missing = Vec::new();
    for row in differing {
        match unmatched.get_mut(&key(row)).and_then(Vec::pop) {
            Some(found) => compare_row(comparison, row, found, verdict),
            None => missing.push(row),
        }
    }
    let mut strays: Vec<&Cells<'_>> = unmatched.into_values().flatten().collect();
    for row in missing {
        // A row whose key was changed is still most like the one that it was.
        let alike = |found: &&Cells<'_>| row.iter().zip(*found).filter(|(one, other)| one != other).count() == 1;
        match strays.iter().position(alike) {
            Some(position) => compare_row(comparison, row, strays.swap_remove(position), verdict),
            None => verdict.findings.add(Finding {
                code: comparison.codes.missing,
                object: comparison.object(row, None),
                expected: Some("a row".to_owned()),
                actual: None,
            }),
        }
    }
    for row in strays {
        verdict.findings.add(Finding {
            code: comparison.codes.stray,
            object: comparison.object(row, None),
            expected: None,
            actual: Some("a row".to_owned()),
        });
    }
}

fn compare_row(comparison: &Comparison<'_>, expected: &Cells<'_>, actual: &Cells<'_>, verdict: &mut Verdict) {
    for ((column, expected_cell), actual_cell) in comparison.table.columns.iter().zip(expected).zip(actual) {
        if expected_cell == actual_cell {
            continue;
        }
        let (expected_text, actual_text) = match (expected_cell, actual_cell) {
            (Cell::Text(one), Cell::Text(other)) => {
                let (one, other) = around_difference(one, other);
                (Some(one), Some(other))
            }
            (one, other) => (one.shown().as_deref().map(shortened), other.shown().as_deref().map(shortened)),
        };
        verdict.findings.add(Finding {
            code: comparison.codes.altered,
            object: comparison.object(expected, Some(column)),
            expected: expected_text,
            actual: actual_text,
        });
    }
}

impl Comparison<'_> {
    /// Table and column, the row by what a person can find it with, and the article.
    fn object(&self, row: &Cells<'_>, column: Option<&str>) -> String {
        let cell = |name: &str| {
            let position = self.table.columns.iter().position(|column| *column == name)?;
            row.get(position)?.shown()
        };
        let column = column.map(|column| format!(".{column}")).unwrap_or_default();
        let which = match (cell("quote"), cell("spelling"), cell("ordinal")) {
            (Some(quote), _, _) => {
                let start = cell("start_offset").unwrap_or_default();
                format!(", the {} at {start}, {:?}, in", self.table.noun, shortened(&quote))
            }
            (_, Some(spelling), _) => format!(", the {} {spelling:?} in", self.table.noun),
            (_, _, Some(ordinal)) => format!(", {} {ordinal} of", self.table.noun),
            _ => " of".to_owned(),
        };
        format!("{}{column}{which} {}", self.table.name, self.stored.label)
    }
}
