//! What people decided about claims, and what they have still to decide.

use rusqlite::Connection;

use super::Question;
use super::question::optional;
use crate::Result;

/// What can be said of a claim, as far as review goes.
pub const STATES: [&str; 6] = ["unreviewed", "accepted", "corrected", "added", "rejected", "disputed"];

/// The claims with what was decided about them.
pub const TO_REVIEW: Question = Question {
    name: "review",
    sql: include_str!("review/to_review.sql"),
    shown: &["claim", "review", "publisher", "what", "figure", "source", "quote"],
};

/// What tools from elsewhere propose, what nobody has yet first.
pub const PROPOSED: Question = Question {
    name: "review",
    sql: include_str!("review/proposed.sql"),
    shown: &["proposal", "proposed_by", "publisher", "what", "low", "high", "source", "quote", "is_found", "is_added"],
};

/// One claim as it stands, by its key.
pub const CLAIM: Question = Question { name: "review", sql: include_str!("review/claim.sql"), shown: &[] };

/// The words that the values of a claim are chosen from.
pub const WORDS: Question = Question { name: "review", sql: include_str!("review/words.sql"), shown: &[] };

/// Every decision.
pub const HISTORY: Question = Question {
    name: "review",
    sql: include_str!("review/history.sql"),
    shown: &["reviewed_at", "reviewer", "decision", "claim", "quote", "correction", "note"],
};

/// How many counts of `:measure` people rejected.
pub const REJECTED: Question = Question { name: "review", sql: include_str!("review/rejected.sql"), shown: &[] };

/// How many counts of a measure people rejected.
///
/// # Errors
/// Those of the database.
pub fn rejected(connection: &Connection, measure: &str) -> Result<i64> {
    let rows = REJECTED.rows(connection, &vec![(":measure", optional(Some(measure)))])?;
    Ok(rows.records().next().and_then(|record| record.integer("rejected")).unwrap_or_default())
}
