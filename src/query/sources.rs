//! `query sources`: who is relied on, and by whom.

use rusqlite::Connection;

use super::question::{number, optional};
use super::{Question, Rows};
use crate::Result;

/// Sources and outlets, by how many publishers rely on them.
pub const SOURCES: Question = Question {
    name: "sources",
    sql: concat!(include_str!("wanted_claims.sql"), include_str!("wanted_machine.sql"), include_str!("sources.sql")),
    shown: &["source", "role", "source_type", "publishers", "independent", "claims", "relied_on_by"],
};

/// The same as claims stand after review.
pub const REVIEWED: Question = Question {
    name: "sources",
    sql: concat!(include_str!("wanted_claims.sql"), include_str!("wanted_reviewed.sql"), include_str!("sources.sql")),
    shown: &["source", "role", "source_type", "publishers", "independent", "claims", "relied_on_by"],
};

/// A page of the sources, with the publishers that rely on each.
pub const PAGE: Question = Question { name: "sources", sql: include_str!("sources/page.sql"), shown: &[] };
/// The other outlets, with the publishers that have something from each.
pub const OUTLETS: Question = Question { name: "outlets", sql: include_str!("sources/outlets.sql"), shown: &[] };
/// The claims of one source.
pub const CLAIMS: Question = Question { name: "sources", sql: include_str!("sources/claims.sql"), shown: &[] };

/// A page of the sources that have `source` in their name: a row for each publisher that relies on one, the rows of a source together.
pub fn page(connection: &Connection, source: Option<&str>, limit: i64, offset: i64) -> Result<Rows> {
    let parameters = vec![(":source", optional(source)), (":limit", number(limit)), (":offset", number(offset))];
    PAGE.rows(connection, &parameters)
}

/// The outlets through which claims came, likewise.
pub fn outlets(connection: &Connection, source: Option<&str>) -> Result<Rows> {
    OUTLETS.rows(connection, &vec![(":source", optional(source))])
}

/// A page of the claims on the word of the source with exactly this name.
pub fn claims(connection: &Connection, source: &str, limit: i64, offset: i64) -> Result<Rows> {
    let parameters = vec![(":source", optional(Some(source))), (":limit", number(limit)), (":offset", number(offset))];
    CLAIMS.rows(connection, &parameters)
}
