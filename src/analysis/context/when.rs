//! When the claimed thing is said to have happened.

use crate::analysis::{Claim, Reading};

/// Sets date and date basis of each claim from its clause, its sentence, its paragraph or the thread of the article.
pub fn apply(_reading: &Reading<'_>, _claims: &mut [Claim]) {}
