//! `query checkpoints`: what was signed over the log, and what timestamps there are.

use super::Question;

/// Checkpoints with their timestamps.
pub const CHECKPOINTS: Question = Question {
    name: "checkpoints",
    sql: include_str!("checkpoints.sql"),
    shown: &["checkpoint", "entries", "entries_since", "made_at", "signatures", "timestamp"],
};
