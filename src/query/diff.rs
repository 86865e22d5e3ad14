//! `query diff A B`: what differs between two versions, or two articles: what is known about them, the sentences, the claims.

use rusqlite::Connection;

use super::change::{self, Changes};
use super::{Rows, Value, article};
use crate::Result;
use crate::collation::change::{Aspect, Change};

/// The columns of an answer: metadata, sentence or claim; changed, removed (a claim: dropped) or added, and reworded where
/// a claim is only put in other words; the words in each version; what is altered about the claim or known about the article.
const COLUMNS: [&str; 5] = ["thing", "change", "before", "after", "altered"];

/// What differs, in the order of the texts. Empty where nothing does.
///
/// # Errors
/// As [`article::find_text`].
pub fn diff(connection: &Connection, before: &str, after: &str) -> Result<Rows> {
    let versions = (article::find_text(connection, before)?, article::find_text(connection, after)?);
    Ok(rows(change::between(connection, versions.0.capture_id, versions.1.capture_id)?))
}

/// The changes as rows.
pub fn rows(changes: Changes) -> Rows {
    let text = |value: Option<String>| value.map_or(Value::Null, Value::Text);
    let row = |thing: &str, change: &str, before: Option<String>, after: Option<String>, altered: Option<String>| {
        vec![Value::Text(thing.to_owned()), Value::Text(change.to_owned()), text(before), text(after), text(altered)]
    };
    let how = |before: &Option<String>, after: &Option<String>| match (before, after) {
        (Some(_), Some(_)) => "changed",
        (Some(_), None) => "removed",
        _ => "added",
    };
    let mut rows = Vec::new();
    for (field, before, after) in changes.known {
        rows.push(row("metadata", how(&before, &after), before, after, Some(field)));
    }
    for (before, after) in changes.sentences {
        rows.push(row("sentence", how(&before, &after), before, after, None));
    }
    for change in changes.claims {
        rows.push(match change {
            Change::Altered(aspects, before, after) => {
                let names: Vec<&str> = aspects.iter().map(|aspect| aspect.name()).collect();
                let change = if aspects == [Aspect::Wording] { "reworded" } else { "altered" };
                row("claim", change, Some(before.line), Some(after.line), Some(names.join(", ")))
            }
            Change::Dropped(said) => row("claim", "dropped", Some(said.line), None, None),
            Change::Added(said) => row("claim", "added", None, Some(said.line), None),
        });
    }
    Rows { columns: COLUMNS.map(str::to_owned).to_vec(), rows }
}
