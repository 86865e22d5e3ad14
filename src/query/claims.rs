//! `query claims`: what the articles claim.

use rusqlite::Connection;

use super::question::number;
use super::{Question, Rows};
use crate::Result;

/// Claims with their sources.
pub const CLAIMS: Question = Question {
    name: "claims",
    sql: concat!(include_str!("wanted_claims.sql"), include_str!("wanted_machine.sql"), include_str!("claims.sql")),
    shown: &["publisher", "what", "figure", "source", "date", "place", "quote"],
};

/// The same as they stand after review.
pub const REVIEWED: Question = Question {
    name: "claims",
    sql: concat!(include_str!("wanted_claims.sql"), include_str!("wanted_reviewed.sql"), include_str!("claims.sql")),
    shown: &["publisher", "what", "figure", "source", "date", "place", "review", "quote"],
};

/// Counts and events without a day.
pub const UNDATED: Question = Question { name: "claims", sql: include_str!("claims/undated.sql"), shown: &[] };

/// A page of the counts and events without a day.
pub fn undated(connection: &Connection, limit: i64, offset: i64) -> Result<Rows> {
    UNDATED.rows(connection, &vec![(":limit", number(limit)), (":offset", number(offset))])
}
