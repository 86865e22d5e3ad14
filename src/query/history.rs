//! `query history`: the versions of one article.

use super::Question;

/// The versions of the article `:article_id`.
pub const HISTORY: Question = Question {
    name: "history",
    sql: include_str!("history.sql"),
    shown: &["version", "hash", "retrieved_at", "byte_length", "claims", "title", "origin"],
};
