//! `query sources`: who is relied on, and by whom.

use super::Question;

/// Sources and outlets, by how many publishers rely on them.
pub const SOURCES: Question = Question {
    name: "sources",
    sql: concat!(include_str!("wanted_claims.sql"), include_str!("sources.sql")),
    shown: &["source", "role", "source_type", "publishers", "articles", "claims", "relied_on_by"],
};
