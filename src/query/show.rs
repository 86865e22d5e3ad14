//! `query show`: one article as it was found, with what it claims.

use rusqlite::Connection;
use rusqlite::types::Value as Parameter;

use super::{Question, Rows, Value, article};
use crate::Result;

/// The version in `:capture_id`, with its text.
pub const DOCUMENT: Question = Question { name: "show", sql: include_str!("show/document.sql"), shown: &[] };

/// The claims of the version in `:capture_id`.
pub const CLAIMS_OF_VERSION: Question = Question {
    name: "show",
    sql: include_str!("show/claims_of_version.sql"),
    shown: &["what", "figure", "source", "via", "date", "place", "quote"],
};

/// One version of an article and its claims.
#[derive(Clone, Debug)]
pub struct Article {
    /// One row: what is known about the version, and its text.
    pub document: Rows,
    /// Its claims in reading order.
    pub claims: Rows,
}

/// The version that `asked` means.
///
/// # Errors
/// As [`article::find_text`].
pub fn show(connection: &Connection, asked: &str) -> Result<Article> {
    version(connection, article::find_text(connection, asked)?.capture_id)
}

/// The version in this capture.
pub fn version(connection: &Connection, capture_id: i64) -> Result<Article> {
    let parameters = vec![(":capture_id", Parameter::Integer(capture_id))];
    Ok(Article {
        document: DOCUMENT.rows(connection, &parameters)?,
        claims: CLAIMS_OF_VERSION.rows(connection, &parameters)?,
    })
}

impl Article {
    /// The document's row with the claims themselves in place of their number: what a program wants of an article.
    pub fn into_one_row(self) -> Rows {
        let Self { mut document, claims } = self;
        let place = document.columns.iter().position(|column| column == "claims");
        let cell = place.and_then(|place| document.rows.first_mut()?.get_mut(place));
        if let Some(cell) = cell {
            *cell = Value::Rows(claims);
        }
        document
    }
}
