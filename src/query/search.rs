//! `query search`: articles that have these words.

pub mod words;

use super::Question;

/// Full-text search for `:words`, which [`words::expression`] makes from what a person types.
pub const SEARCH: Question = Question {
    name: "search",
    sql: include_str!("search.sql"),
    shown: &["hash", "publisher", "published_on", "title", "passage"],
};
