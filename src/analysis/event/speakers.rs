//! Who accuses, denies and demands: the same words attribute what is said, so that whoever says it is known already.

use crate::analysis::Attribution;

use super::Found;
use super::scene::Scene;

/// The attributions in the order of their cues.
pub(super) struct Speakers<'a>(Vec<&'a Attribution>);

impl<'a> Speakers<'a> {
    pub(super) fn new(attributions: &'a [Attribution]) -> Self {
        let mut named: Vec<_> = attributions
            .iter()
            .filter(|attribution| {
                attribution.source.is_some() && !attribution.speaker.is_empty() && !attribution.outlet
            })
            .collect();
        named.sort_by_key(|attribution| attribution.cue);
        Self(named)
    }

    /// The speaker whose words the trigger of `found` introduces; where its own clause has `named` one, only a speaker who
    /// is named there too.
    pub(super) fn of(&self, scene: &Scene<'_>, found: &Found, named: bool) -> Option<&'a str> {
        if !matches!(found.event, "accuse" | "deny" | "demand") || found.rule.contains("passive") {
            return None;
        }
        let anchor = scene.text.span(found.anchor.clone());
        let after = self.0.partition_point(|attribution| attribution.cue.start < anchor.end);
        let mut before = self.0.iter().take(after).rev().take(4);
        let said = before.find(|attribution| attribution.cue.overlaps(&anchor))?;
        let pronoun = ["he", "she", "it", "they", "we", "i"].iter().any(|word| said.speaker.eq_ignore_ascii_case(word));
        (!pronoun && (!named || !said.resolved)).then_some(said.speaker.as_str())
    }
}
