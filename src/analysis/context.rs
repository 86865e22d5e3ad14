//! What a reader of the whole article knows about each claim: when, where, on whose word, how firmly.

pub mod firmness;
pub mod place;
pub mod source;
pub mod when;

use super::attribution::Coverage;
use super::{Attribution, Claim, Reading};

/// Fills in date, place, source, via, polarity and modality of each claim.
pub fn apply(reading: &Reading<'_>, attributions: &[Attribution], claims: &mut [Claim]) {
    let coverage = Coverage::of_clauses(attributions);
    source::apply(reading, &coverage, claims);
    when::apply(reading, attributions, claims);
    place::apply(reading, claims);
    firmness::apply(reading, &coverage, claims);
}
