//! `query timeline`: what is said to have happened, day by day.

use super::Question;

/// Dated counts and events; those that say the same are one line.
pub const TIMELINE: Question = Question {
    name: "timeline",
    sql: concat!(include_str!("wanted_claims.sql"), include_str!("timeline.sql")),
    shown: &["date", "place", "what", "figure", "publishers", "first_publisher", "quote"],
};
