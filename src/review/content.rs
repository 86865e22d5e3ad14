//! What a review says of a claim: each value that a person may decide about, what the program had read, and why. The log
//! holds a digest of it, and nothing else of it.

use std::collections::BTreeMap;

use rusqlite::Row;
use rusqlite::types::ValueRef;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use crate::archive::derived;
use crate::hash::Hash;

/// One value.
pub type Cell = derived::Cell<'static>;

/// The columns of `reviews` that hold what is said, as the parameters of the statement that stores them. Their order is that
/// of the digest.
pub const PARAMETERS: [&str; 30] = [
    ":kind",
    ":measure",
    ":event",
    ":low",
    ":high",
    ":qualifier",
    ":unit",
    ":counted_group",
    ":group_class",
    ":actor",
    ":target",
    ":relation",
    ":date_from",
    ":date_to",
    ":place",
    ":place_name",
    ":source",
    ":source_type",
    ":via",
    ":cue",
    ":direct",
    ":polarity",
    ":modality",
    ":quote",
    ":start_offset",
    ":end_offset",
    ":plausible_low",
    ":plausible_high",
    ":seen",
    ":note",
];

/// The columns, without the colon that makes them parameters.
pub fn columns() -> impl Iterator<Item = &'static str> {
    PARAMETERS.iter().map(|parameter| parameter.trim_start_matches(':'))
}

/// What a review says of a claim; a column that is not there is NULL.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content(BTreeMap<&'static str, Cell>);

impl Content {
    /// Reads the columns that a row has.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let mut content = Self::default();
        for column in columns() {
            let Ok(value) = row.get_ref(column) else { continue };
            content.set(
                column,
                match value {
                    ValueRef::Null => Cell::Null,
                    ValueRef::Integer(number) => Cell::Integer(number),
                    ValueRef::Text(text) => Cell::from(String::from_utf8_lossy(text).into_owned()),
                    ValueRef::Real(number) => Cell::Other(number.to_string()),
                    ValueRef::Blob(bytes) => Cell::Other(format!("{} bytes", bytes.len())),
                },
            );
        }
        Ok(content)
    }

    /// The columns among the entries of an object; texts and whole numbers alone.
    pub fn of(object: &Map<String, Value>) -> Self {
        let mut content = Self::default();
        for column in columns() {
            match object.get(column) {
                Some(Value::String(text)) => content.set(column, Some(text.clone())),
                Some(Value::Number(number)) => content.set(column, number.as_i64()),
                _ => {}
            }
        }
        content
    }

    /// Sets a column; NULL takes it away.
    pub fn set(&mut self, column: &'static str, value: impl Into<Cell>) {
        match value.into() {
            Cell::Null => self.0.remove(column),
            value => self.0.insert(column, value),
        };
    }

    /// The value of a column.
    pub fn get(&self, column: &str) -> &Cell {
        self.0.get(column).unwrap_or(&Cell::Null)
    }

    /// The text of a column; `None` where it has none.
    pub fn text(&self, column: &str) -> Option<&str> {
        match self.get(column) {
            Cell::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number of a column; `None` where it has none.
    pub fn number(&self, column: &str) -> Option<i64> {
        match self.get(column) {
            Cell::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// Whether nothing is said, or it was erased.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In one line: "killed at least 14 · the mayor · Aktau · 2011-12-16 · “14 dock workers”".
    pub fn line(&self) -> String {
        let what = ["measure", "event", "kind"].iter().find_map(|column| self.text(column));
        let bounds = [self.number("low"), self.number("high")];
        let figure = match bounds {
            [Some(low), Some(high)] if low != high => Some(format!("{low}–{high}")),
            // "dozens" is no number that anybody said: the quote has the word.
            _ if self.text("qualifier") == Some("indefinite") => None,
            [low, high] => low.or(high).map(|number| match self.text("qualifier") {
                Some("exact") | None => number.to_string(),
                Some(qualifier) => format!("{} {number}", qualifier.replace('_', " ")),
            }),
        };
        let head: Vec<String> = [what.map(str::to_owned), figure].into_iter().flatten().collect();
        let quote =
            self.text("quote").map(|quote| format!("“{}”", quote.split_whitespace().collect::<Vec<_>>().join(" ")));
        let own = |column| self.text(column).map(str::to_owned);
        let via = own("via").map(|via| format!("via {via}"));
        let parts = [Some(head.join(" ")), own("source"), via, own("place"), own("date_from"), quote];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// SHA-256 over column and value of each that is not NULL, each after its length as eight bytes, the largest first.
    pub fn digest(&self) -> Hash {
        let parts = columns().filter_map(|column| Some((column, self.get(column).shown()?)));
        digest(parts)
    }
}

/// SHA-256 over names and values, each after its length as eight bytes, the largest first.
pub fn digest<'a>(parts: impl Iterator<Item = (&'a str, String)>) -> Hash {
    let mut hasher = Sha256::new();
    for (name, value) in parts {
        for part in [name.as_bytes(), value.as_bytes()] {
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
    }
    Hash(hasher.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_tells_a_value_from_its_column_and_from_nothing() {
        let content = |column, value: &str| {
            let mut content = Content::default();
            content.set(column, Some(value.to_owned()));
            content
        };
        let one = content("actor", "guards");
        assert_eq!(one.digest(), content("actor", "guards").digest());
        for other in [content("target", "guards"), content("actor", "guard"), Content::default()] {
            assert_ne!(one.digest(), other.digest(), "{other:?}");
        }
        assert!(content("low", "1").text("high").is_none());
    }
}
