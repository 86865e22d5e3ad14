//! `query history`: what became of one article: its versions with what changed in each, what came of reading its origins
//! again, and what was erased by order.

use rusqlite::Connection;

use super::question::number;
use super::{Question, Rows, Value, change};
use crate::Result;

/// What became of the article `:article_id`. What changed from version to version is put in by [`history`].
pub const HISTORY: Question = Question {
    name: "history",
    sql: include_str!("history.sql"),
    shown: &["at", "event", "hash", "claims", "detail", "origin"],
};

/// The answer, with what changed in each version from the one before as its `detail`.
pub fn history(connection: &Connection, article_id: i64) -> Result<Rows> {
    let mut rows = HISTORY.rows(connection, &vec![(":article_id", number(article_id))])?;
    let Some(place) = rows.columns.iter().position(|column| column == "detail") else { return Ok(rows) };
    let mut before: Option<i64> = None;
    let mut details = Vec::new();
    for record in rows.records() {
        let is_version = record.text("event").is_some_and(|event| event.starts_with("version "));
        // Of what was taken down nothing can be told.
        let capture = record.integer("capture_id").filter(|_| is_version && record.integer("has_text") == Some(1));
        details.push(match (before, capture) {
            (Some(before), Some(capture)) => Some(change::between(connection, before, capture)?.summary()),
            _ => None,
        });
        before = capture.or(before);
    }
    for (row, detail) in rows.rows.iter_mut().zip(details) {
        if let (Some(cell), Some(detail)) = (row.get_mut(place), detail) {
            *cell = Value::Text(detail);
        }
    }
    Ok(rows)
}
