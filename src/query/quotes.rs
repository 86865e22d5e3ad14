//! `query quotes`: who is said to have said what.

use super::Question;

/// Statements, direct and indirect; `:speaker` keeps those of speakers with this in their name.
pub const QUOTES: Question = Question {
    name: "quotes",
    sql: concat!(include_str!("wanted_claims.sql"), include_str!("wanted_machine.sql"), include_str!("quotes.sql")),
    shown: &["speaker", "quote", "said_on", "via", "publisher", "published_on"],
};

/// The same as they stand after review.
pub const REVIEWED: Question = Question {
    name: "quotes",
    sql: concat!(include_str!("wanted_claims.sql"), include_str!("wanted_reviewed.sql"), include_str!("quotes.sql")),
    shown: &["speaker", "quote", "said_on", "via", "publisher", "published_on"],
};
