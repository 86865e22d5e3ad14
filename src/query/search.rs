//! `query search`: articles that have these words.

pub mod words;

use rusqlite::Connection;

use super::question::{number, optional};
use super::{Question, Rows};
use crate::Result;

/// Full-text search for what [`words::asked`] makes of what a person types.
pub const SEARCH: Question = Question {
    name: "search",
    sql: concat!(include_str!("search/found.sql"), include_str!("search/list.sql")),
    shown: &["hash", "publisher", "published_on", "title", "passage"],
};

/// A page of what [`SEARCH`] finds.
pub const PAGE: Question = Question {
    name: "search",
    sql: concat!(include_str!("search/found.sql"), include_str!("search/page.sql")),
    shown: &[],
};
/// By whom and when it was published.
pub const FACETS: Question = Question {
    name: "search",
    sql: concat!(include_str!("search/found.sql"), include_str!("search/facets.sql")),
    shown: &[],
};

/// Found articles.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// A page of them.
    pub articles: Rows,
    /// How all of them are spread over publishers and years: `facet` (all, publisher, year), `value`, `articles`.
    pub facets: Rows,
}

/// A page of the articles that have the words which a person typed, of one publisher and year or of all.
///
/// # Errors
/// As [`words::asked`].
pub fn page(
    connection: &Connection,
    asked: &str,
    publisher: Option<&str>,
    year: Option<&str>,
    limit: i64,
    offset: i64,
) -> Result<Found> {
    let mut parameters = words::asked(asked)?;
    parameters.extend([
        (":publisher", optional(publisher)),
        (":year", optional(year)),
        (":limit", number(limit)),
        (":offset", number(offset)),
    ]);
    Ok(Found { articles: PAGE.rows(connection, &parameters)?, facets: FACETS.rows(connection, &parameters)? })
}
