//! What changed from one version of an article to another: what is known about it, its claims, its sentences.

use rusqlite::Connection;
use rusqlite::types::Value as Parameter;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{Question, Record, Value};
use crate::Result;
use crate::collation::change::{self, Aspect, Change, Said};
use crate::document::Document;
use crate::hash::Hash;

/// What is known about the version in `:capture_id`.
pub const KNOWN: Question = Question { name: "diff", sql: include_str!("change/document.sql"), shown: &[] };

/// The claims of the version in `:capture_id`.
pub const CLAIMS: Question = Question { name: "diff", sql: include_str!("change/claims.sql"), shown: &[] };

/// The sentences of the version in `:capture_id`.
pub const SENTENCES: Question = Question { name: "diff", sql: include_str!("change/sentences.sql"), shown: &[] };

/// All that changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// What is known about the article: the name of the field, and what it was and is.
    pub known: Vec<(String, Option<String>, Option<String>)>,
    /// What it claims.
    pub claims: Vec<Change>,
    /// Its sentences: what each was and is.
    pub sentences: Vec<(Option<String>, Option<String>)>,
}

/// Compares two versions.
pub fn between(connection: &Connection, before: i64, after: i64) -> Result<Changes> {
    let claims = change::between(&claims(connection, before)?, &claims(connection, after)?);
    let known = |capture_id| -> Result<Vec<(String, Option<String>)>> {
        let rows = KNOWN.rows(connection, &of(capture_id))?;
        let columns = rows.columns.iter().filter(|column| *column != "text_sha256");
        let values =
            columns.map(|column| (column.clone(), rows.records().next().and_then(|record| record.string(column))));
        Ok(values.collect())
    };
    let pairs = known(before)?.into_iter().zip(known(after)?);
    let known = pairs.filter(|((_, was), (_, is))| was != is).map(|((field, was), (_, is))| (field, was, is)).collect();
    let sentences = replaced(&sentences(connection, before)?, &sentences(connection, after)?);
    Ok(Changes { known, claims, sentences })
}

/// Whether the version that is held says word for word what a document says.
pub fn is_same_document(connection: &Connection, capture_id: i64, document: &Document) -> Result<bool> {
    let rows = KNOWN.rows(connection, &of(capture_id))?;
    let published_on = document.published_on.map(|day| day.format("%Y-%m-%d").to_string());
    let text_sha256 = Hash::of(document.text.as_bytes()).to_hex();
    let same = rows.records().next().is_some_and(|held| {
        [
            ("title", document.title.as_deref()),
            ("byline", document.byline.as_deref()),
            ("publisher", document.publisher.as_deref()),
            ("published_on", published_on.as_deref()),
            ("url", document.url.as_deref()),
            ("language", document.language.as_deref()),
            ("text_sha256", Some(text_sha256.as_str())),
        ]
        .into_iter()
        .all(|(column, value)| held.text(column) == value.filter(|value| !value.is_empty()))
    });
    Ok(same)
}

impl Changes {
    /// Whether nothing that is read from the two differs.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty() && self.claims.is_empty() && self.sentences.is_empty()
    }

    /// The changes counted, the gravest first: "1 figure altered, 2 claims dropped, 3 sentences reworded".
    pub fn summary(&self) -> String {
        let altered = |wanted: Aspect| {
            let has = |change: &&Change| matches!(change, Change::Altered(aspects, ..) if aspects.contains(&wanted));
            self.claims.iter().filter(has).count()
        };
        let count = |is: fn(&Change) -> bool| self.claims.iter().filter(|change| is(change)).count();
        let aspects = [
            (Aspect::Event, "event"),
            (Aspect::Figure, "figure"),
            (Aspect::Name, "name"),
            (Aspect::Date, "date"),
            (Aspect::Negation, "negation"),
            (Aspect::Attribution, "attribution"),
            (Aspect::Firmness, "firmness"),
            (Aspect::Quotation, "quotation"),
        ];
        let mut told: Vec<String> = Vec::new();
        let mut tell = |number: usize, noun: &str, verb: &str| {
            if number > 0 {
                told.push(format!("{number} {noun}{} {verb}", if number == 1 { "" } else { "s" }));
            }
        };
        for (aspect, noun) in aspects {
            tell(altered(aspect), noun, "altered");
        }
        tell(count(|change| matches!(change, Change::Dropped(_))), "claim", "dropped");
        tell(count(|change| matches!(change, Change::Added(_))), "claim", "added");
        tell(altered(Aspect::Wording), "claim", "reworded");
        let of_claims = told.len();
        for (field, ..) in &self.known {
            told.push(format!("{} changed", field.replace('_', " ")));
        }
        let sentences = self.sentences.len();
        if sentences > 0 {
            let noun = if sentences == 1 { "sentence" } else { "sentences" };
            let only = if of_claims == 0 { "only wording: " } else { "" };
            told.push(format!("{only}{sentences} {noun} changed"));
        }
        if told.is_empty() { "the same text and claims in other bytes".to_owned() } else { told.join(", ") }
    }
}

fn of(capture_id: i64) -> super::question::Parameters {
    vec![(":capture_id", Parameter::Integer(capture_id))]
}

fn sentences(connection: &Connection, capture_id: i64) -> Result<Vec<String>> {
    let rows = SENTENCES.rows(connection, &of(capture_id))?;
    Ok(rows.records().filter_map(|record| record.string("sentence")).collect())
}

fn claims(connection: &Connection, capture_id: i64) -> Result<Vec<Said>> {
    let rows = CLAIMS.rows(connection, &of(capture_id))?;
    Ok(rows.records().map(|record| said(&record)).collect())
}

fn said(record: &Record<'_>) -> Said {
    let joined = |columns: &[&str]| {
        let values: Vec<&str> = columns.iter().filter_map(|column| record.text(column)).collect();
        values.join("; ")
    };
    let quotation = match record.value("direct") {
        Value::Integer(1) => joined(&["quote"]),
        _ => String::new(),
    };
    let aspects = [
        (Aspect::Event, joined(&["what"])),
        (Aspect::Figure, joined(&["figure", "unit", "relation"])),
        (Aspect::Name, joined(&["actor", "target", "counted_group", "place"])),
        (Aspect::Date, joined(&["date"])),
        (Aspect::Negation, joined(&["polarity"])),
        (Aspect::Attribution, joined(&["source", "via"])),
        (Aspect::Firmness, joined(&["modality"])),
        (Aspect::Quotation, quotation),
        (Aspect::Wording, joined(&["quote"])),
    ];
    Said {
        kind: joined(&["kind"]),
        aspects: aspects.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        sentence: joined(&["sentence"]),
        line: joined(&["line"]),
    }
}

/// Neighbouring lines that were replaced are paired in order; what is left over was removed or added.
fn replaced(before: &[String], after: &[String]) -> Vec<(Option<String>, Option<String>)> {
    let mut pairs = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, before, after) {
        if matches!(operation, DiffOp::Equal { .. }) {
            continue;
        }
        let old = before.get(operation.old_range()).unwrap_or_default();
        let new = after.get(operation.new_range()).unwrap_or_default();
        pairs.extend((0..old.len().max(new.len())).map(|index| (old.get(index).cloned(), new.get(index).cloned())));
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaced_lines_are_paired() {
        let lines = |text: &str| text.split('/').map(str::to_owned).collect::<Vec<_>>();
        for (before, after, expected) in [
            ("a/b/c", "a/b/c", vec![]),
            ("a/b/c", "a/x/c", vec!["b→x"]),
            ("a/b/c", "a/c", vec!["b→"]),
            ("a/c", "a/x/y/c", vec!["→x", "→y"]),
            ("a/b/c", "a/x/y/c", vec!["b→x", "→y"]),
        ] {
            let found: Vec<String> = replaced(&lines(before), &lines(after))
                .into_iter()
                .map(|(old, new)| format!("{}→{}", old.unwrap_or_default(), new.unwrap_or_default()))
                .collect();
            assert_eq!(found, expected, "{before} → {after}");
        }
    }
}
