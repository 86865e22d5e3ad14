//! What can come of reading an origin again.

use crate::fetch::Failure;

/// The outcomes, as the vocabulary `reading_outcomes` explains them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The same was there.
    Unchanged,
    /// Something else was there: a new version was stored.
    Changed,
    /// It is no longer there.
    Gone,
    /// Reading was refused.
    Blocked,
    /// Nothing answered.
    Unreachable,
    /// What was there is no article.
    Unreadable,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Unchanged, Self::Changed, Self::Gone, Self::Blocked, Self::Unreachable, Self::Unreadable];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Changed => "changed",
            Self::Gone => "gone",
            Self::Blocked => "blocked",
            Self::Unreachable => "unreachable",
            Self::Unreadable => "unreadable",
        }
    }
}

impl From<Failure> for Outcome {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Gone => Self::Gone,
            Failure::Blocked => Self::Blocked,
            Failure::Unreachable => Self::Unreachable,
            Failure::Unreadable => Self::Unreadable,
        }
    }
}
