//! What a reader of the whole article knows about each claim: when, where, on whose word, how firmly.

pub mod firmness;
pub mod place;
pub mod source;
pub mod when;

use super::attribution::Coverage;
use super::{Attribution, Claim, Reading};

/// Fills in date, place, source, via, polarity and modality of each claim, stage after stage for all articles.
pub fn apply(readings: &[Reading<'_>], attributions: &[Vec<Attribution>], claims: &mut [Vec<Claim>]) {
    let coverage: Vec<Coverage<'_>> =
        attributions.iter().map(|attributions| Coverage::of_clauses(attributions)).collect();
    for ((reading, coverage), claims) in readings.iter().zip(&coverage).zip(&mut *claims) {
        source::apply(reading, coverage, claims);
    }
    for ((reading, attributions), claims) in readings.iter().zip(attributions).zip(&mut *claims) {
        when::apply(reading, attributions, claims);
    }
    for (reading, claims) in readings.iter().zip(&mut *claims) {
        place::apply(reading, claims);
    }
    for ((reading, coverage), claims) in readings.iter().zip(&coverage).zip(&mut *claims) {
        firmness::apply(reading, coverage, claims);
    }
}
