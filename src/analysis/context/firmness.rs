//! Polarity and modality: whether it is said to be so, and how firmly.

use crate::analysis::{Attribution, Claim, Reading};

/// Sets polarity and modality of each claim from the negation and the modal words of its clause and the cue that covers it.
pub fn apply(_reading: &Reading<'_>, _attributions: &[Attribution], _claims: &mut [Claim]) {}
