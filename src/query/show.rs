//! `query show`: one article as it was found, with what it claims.

use rusqlite::Connection;
use rusqlite::types::Value as Parameter;

use super::reading::Told;
use super::{Question, Reading, Rows, Value, article};
use crate::Result;

/// The version in `:capture_id`, with its text.
pub const DOCUMENT: Question = Question { name: "show", sql: include_str!("show/document.sql"), shown: &[] };

/// The claims of the version in `:capture_id`.
pub const CLAIMS_OF_VERSION: Question = Question {
    name: "show",
    sql: include_str!("show/claims_of_version.sql"),
    shown: &["what", "figure", "source", "via", "date", "place", "quote"],
};

/// The same as they stand after review.
pub const CLAIMS_AS_REVIEWED: Question = Question {
    name: "show",
    sql: include_str!("show/claims_as_reviewed.sql"),
    shown: &["what", "figure", "source", "date", "place", "review", "review_note", "quote"],
};

/// One version of an article and its claims.
#[derive(Clone, Debug)]
pub struct Article {
    /// One row: what is known about the version, and its text.
    pub document: Rows,
    /// Its claims in reading order.
    pub claims: Rows,
    /// The columns of the claims that a table has room for.
    pub shown: &'static [&'static str],
}

/// The version that `asked` means.
///
/// # Errors
/// As [`article::find_text`].
pub fn show(connection: &Connection, asked: &str, reading: Reading) -> Result<Article> {
    version(connection, article::find_text(connection, asked)?.capture_id, reading)
}

/// The version in this capture.
pub fn version(connection: &Connection, capture_id: i64, reading: Reading) -> Result<Article> {
    let parameters = reading.with(connection, vec![(":capture_id", Parameter::Integer(capture_id))], true)?;
    let mut claims = Rows::default();
    let question = reading.choose(connection, &CLAIMS_OF_VERSION, &CLAIMS_AS_REVIEWED)?;
    question.ask(connection, &parameters, &mut Told::new(reading, &mut claims))?;
    Ok(Article { document: DOCUMENT.rows(connection, &parameters)?, claims, shown: question.shown })
}

impl Article {
    /// The document's row with the claims themselves in place of their number: what a program wants of an article.
    pub fn into_one_row(self) -> Rows {
        let Self { mut document, claims, shown: _ } = self;
        let place = document.columns.iter().position(|column| column == "claims");
        let cell = place.and_then(|place| document.rows.first_mut()?.get_mut(place));
        if let Some(cell) = cell {
            *cell = Value::Rows(claims);
        }
        document
    }
}
