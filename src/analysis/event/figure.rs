//! Words of violence that tell of none: quarrels within a house, criticism, shots that were meant to kill.

use super::Found;
use super::scene::Scene;

/// Whether the trigger is a figure of speech.
pub(super) fn is_told(scene: &Scene<'_>, found: &Found) -> bool {
    is_quarrel_of_members(scene, found) || is_criticism(scene, found)
}

/// "faced a revolt by shareholders", "a rebellion among backbenchers": a quarrel within a house, with no riot.
fn is_quarrel_of_members(scene: &Scene<'_>, found: &Found) -> bool {
    let members = |noun: usize| {
        scene.tokens(noun).any(|token| {
            matches!(
                scene.text.lower(token),
                "shareholders"
                    | "investors"
                    | "backbenchers"
                    | "backbench"
                    | "mps"
                    | "lawmakers"
                    | "legislators"
                    | "senators"
                    | "deputies"
                    | "councillors"
                    | "delegates"
                    | "tories"
                    | "taxpayers"
            )
        })
    };
    found.event == "riot" && (found.actor.is_some_and(members) || members(found.trigger))
}

/// "came under fire from critics", "an attack on the budget": hard words.
fn is_criticism(scene: &Scene<'_>, found: &Found) -> bool {
    let critics = |noun: usize| {
        matches!(
            scene.head_word(noun),
            "critics"
                | "critic"
                | "campaigners"
                | "opposition"
                | "mps"
                | "politicians"
                | "lawmakers"
                | "commentators"
                | "media"
                | "press"
                | "users"
                | "fans"
                | "customers"
                | "regulators"
        )
    };
    let under = scene.text.lower(found.anchor.start + 1) == "under";
    under && matches!(found.event, "shoot" | "attack") && found.actor.is_some_and(critics)
}
