//! Statement claims: attributions that are on record as somebody's words.

use super::{Attribution, Claim, Reading};

/// Turns `attributions` into statement claims, with everything but date and place.
pub fn find(_reading: &Reading<'_>, _attributions: &[Attribution]) -> Vec<Claim> {
    Vec::new()
}
