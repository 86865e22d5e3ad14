//! `query articles`: what has been collected.

use rusqlite::Connection;

use super::question::{number, optional};
use super::{Question, Rows};
use crate::Result;

/// Articles in their latest version. The days are days of publication here.
pub const ARTICLES: Question = Question {
    name: "articles",
    sql: include_str!("articles.sql"),
    shown: &["hash", "publisher", "published_on", "title", "claims", "versions"],
};

/// A page of them, the latest published first; of `:publisher` alone where one is given.
pub const PAGE: Question = Question { name: "articles", sql: include_str!("articles/page.sql"), shown: &[] };

/// A page of the articles of all publishers, or of the one with exactly this name.
pub fn page(connection: &Connection, publisher: Option<&str>, limit: i64, offset: i64) -> Result<Rows> {
    let parameters = vec![(":publisher", optional(publisher)), (":limit", number(limit)), (":offset", number(offset))];
    PAGE.rows(connection, &parameters)
}
