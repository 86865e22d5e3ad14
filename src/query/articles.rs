//! `query articles`: what has been collected.

use super::Question;

/// Articles in their latest version. The days are days of publication here.
pub const ARTICLES: Question = Question {
    name: "articles",
    sql: include_str!("articles.sql"),
    shown: &["hash", "publisher", "published_on", "title", "claims", "versions"],
};
