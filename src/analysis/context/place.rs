//! Where the claimed thing is said to have happened.

use crate::analysis::{Claim, Reading};

/// Sets place, place name and place basis of each claim from its clause, its sentence, its paragraph, the dateline or the
/// thread of the article.
pub fn apply(_reading: &Reading<'_>, _claims: &mut [Claim]) {}
