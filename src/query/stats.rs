//! `query stats`: what the archive holds, on one screen.

use super::Question;
use crate::error::Doing as _;

/// One line for each thing.
pub const STATS: Question = Question { name: "stats", sql: include_str!("stats.sql"), shown: &[] };

/// Whether there is anything to ask about.
///
/// # Errors
/// [`Error::Database`](crate::Error::Database) where the archive cannot be read.
pub fn has_articles(connection: &rusqlite::Connection) -> crate::Result<bool> {
    connection
        .query_row("SELECT EXISTS (SELECT 1 FROM articles) AS has_articles", [], |row| row.get("has_articles"))
        .doing("count the articles")
}
