//! What is told of no time in particular: habits, rules, rights, orders of a law and conditions. An event claim puts one
//! happening on record, and these put none.

use crate::analysis::phrase::{ChunkKind, VerbShape};

use super::Found;
use super::scene::Scene;

/// Whether the words around the trigger speak of what is done as a rule, may be done or would be done.
pub(super) fn is_told(scene: &Scene<'_>, found: &Found) -> bool {
    is_habit(scene, found)
        || is_rule(scene, found)
        || is_pattern(scene, found)
        || is_allowed(scene, found)
        || is_condition(scene, found)
}

/// "The squad is called in whenever guards fire": what happens as a rule, in the clause itself and in the one it rules.
fn is_habit(scene: &Scene<'_>, found: &Found) -> bool {
    let clause = scene.phrases.clause_of(found.trigger);
    let opens = |chunk: usize| matches!(scene.head_word(chunk), "whenever");
    let before = scene.phrases.previous(clause.start);
    // The clause that "whenever" limits ends where it stands.
    let after = (clause.end.saturating_sub(1)..=clause.end)
        .any(|chunk| matches!(scene.kind(chunk), Some(ChunkKind::Subordinator | ChunkKind::Relative)) && opens(chunk));
    let always = clause.clone().any(|chunk| scene.head_word(chunk) == "whenever");
    before.is_some_and(opens) || after || always || is_done_often(scene, found)
}

/// "Police often beat pedlars", "were accused of routinely shelling villages": how often, with no time in particular.
fn is_done_often(scene: &Scene<'_>, found: &Found) -> bool {
    if scene.phrases.verb(found.trigger).is_none() {
        return false;
    }
    let often = |token: usize| {
        matches!(
            scene.text.lower(token),
            "usually"
                | "typically"
                | "normally"
                | "generally"
                | "routinely"
                | "often"
                | "frequently"
                | "regularly"
                | "habitually"
                | "commonly"
                | "sometimes"
                | "occasionally"
                | "invariably"
        )
    };
    let tokens = scene.tokens(found.trigger);
    tokens.clone().any(often) || tokens.start.checked_sub(1).is_some_and(often)
}

/// "a law that bans rallies", "the act prohibits strikes": what a rule says, not what anybody did.
fn is_rule(scene: &Scene<'_>, found: &Found) -> bool {
    let rule = |noun: usize| {
        matches!(
            scene.head_word(noun),
            "law" | "laws" | "act" | "constitution" | "section" | "article" | "rule" | "rules" | "legislation" | "code"
        )
    };
    matches!(found.event, "ban" | "sentence" | "censor")
        && matches!(scene.head_word(found.trigger), "bans" | "prohibits" | "forbids" | "outlaws" | "bars" | "restricts")
        && found.actor.is_some_and(rule)
}

/// "a long history of soldiers attacking villages": what was done again and again, at no time in particular.
fn is_pattern(scene: &Scene<'_>, found: &Found) -> bool {
    let gerund = scene.phrases.verb(found.trigger).is_some_and(|group| group.shape == VerbShape::Gerund);
    let start = found.anchor.start;
    let before = start.saturating_sub(6)..start;
    gerund
        && before.clone().any(|token| {
            matches!(scene.text.lower(token), "history" | "precedent" | "habit" | "tradition" | "pattern" | "practice")
                && matches!(scene.text.lower(token + 1), "of" | "for")
        })
}

/// "The act allows the minister to ban rallies", "officers are trained to shoot", "the right to strike": what may be done.
fn is_allowed(scene: &Scene<'_>, found: &Found) -> bool {
    if !scene.phrases.verb(found.trigger).is_some_and(|group| group.shape == VerbShape::Infinitive) {
        return false;
    }
    // "refused to allow troops to fire" goes through the verb that governs the infinitive, over its object.
    let mut at = found.trigger;
    for _ in 0..4 {
        let Some(before) = scene.phrases.previous(at) else { return false };
        let word = scene.head_word(before);
        match scene.kind(before) {
            Some(ChunkKind::Verb(group)) => {
                let allows =
                    matches!(word, "allows" | "allow" | "permits" | "permit" | "empowers" | "entitles" | "enables");
                let told = matches!(word, "trained" | "taught" | "entitled" | "empowered" | "equipped" | "licensed");
                return allows && !group.negated && group.shape != VerbShape::Infinitive || told;
            }
            Some(ChunkKind::Noun(_)) => {
                let right = matches!(
                    word,
                    "right"
                        | "rights"
                        | "power"
                        | "powers"
                        | "authority"
                        | "ability"
                        | "capacity"
                        | "freedom"
                        | "mandate"
                        | "powerless"
                        | "incentive"
                        | "licence"
                        | "license"
                        | "duty"
                );
                if right && at == found.trigger && !scene.text.capitalised(scene.head(before)) {
                    return true;
                }
                at = before;
            }
            Some(ChunkKind::Preposition | ChunkKind::Adverb) => at = before,
            _ => return false,
        }
    }
    false
}

/// "If they attack us, we will fight", "unless the demands are met": what has not happened and may never do so. Behind "asked
/// if" the clause is no condition.
fn is_condition(scene: &Scene<'_>, found: &Found) -> bool {
    if scene.phrases.verb(found.trigger).is_none() {
        return false;
    }
    let clause = scene.phrases.clause_of(found.trigger);
    let Some(opens) = scene.phrases.previous(clause.start) else { return false };
    match scene.head_word(opens) {
        "unless" => true,
        "if" => {
            let ruler = scene.phrases.previous(opens);
            let perfect = scene.phrases.verb(found.trigger).is_some_and(|group| group.perfect);
            !perfect
                && !ruler
                    .is_some_and(|ruler| scene.phrases.verb(ruler).is_some() || scene.phrases.noun(ruler).is_some())
        }
        _ => false,
    }
}
