//! `query copies`: which articles are copies of one another, and who had the text first.

use super::Question;

/// Families of copies, the greatest first.
pub const COPIES: Question = Question {
    name: "copies",
    sql: include_str!("copies.sql"),
    shown: &["family", "kind", "percent", "published_on", "publisher", "title", "words"],
};
