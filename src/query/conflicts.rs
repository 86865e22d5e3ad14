//! `query conflicts`: where the accounts part.

use super::Question;

/// Pairs of counts that contradict each other, or hardly agree.
pub const CONFLICTS: Question = Question {
    name: "conflicts",
    sql: include_str!("conflicts.sql"),
    shown: &[
        "agreement",
        "incident",
        "measure",
        "figure",
        "source",
        "publisher",
        "other_figure",
        "other_source",
        "other_publisher",
    ],
};
