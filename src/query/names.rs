//! `query names`: people, bodies and places, with the spellings that were met in the texts.

use super::Question;

/// Names; `:spelling` keeps those that have a spelling with this in it.
pub const NAMES: Question = Question {
    name: "names",
    sql: include_str!("names.sql"),
    shown: &["name", "kind", "spellings", "publishers", "articles", "spelled"],
};
