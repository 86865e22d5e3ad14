//! On whose word a count or an event stands.

use crate::analysis::{Attribution, Claim, Reading};

/// Sets source, source type, via and source basis of each count and event from the attribution whose content covers it.
pub fn apply(_reading: &Reading<'_>, _attributions: &[Attribution], _claims: &mut [Claim]) {}
