//! Event claims: something is said to have happened.

use super::{Claim, Reading};

/// Finds the event claims that none of `counts` already tells of, with everything but date, place, source and firmness.
pub fn find(_reading: &Reading<'_>, _counts: &[Claim]) -> Vec<Claim> {
    Vec::new()
}
