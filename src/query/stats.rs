//! `query stats`: what the archive holds, on one screen.

use super::Question;

/// One line for each thing.
pub const STATS: Question = Question { name: "stats", sql: include_str!("stats.sql"), shown: &[] };
