//! `query claims`: what the articles claim.

use super::Question;

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
