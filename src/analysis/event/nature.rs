//! Storms, floods, fires and quakes hurt and destroy, but they attack, sack and block nobody.

use crate::vocabulary::events::Trigger;

use super::Found;
use super::scene::Scene;

/// Whether a force of nature did what `event` says, so that it is no such event: "the storm battered the port".
pub(super) fn did_it(scene: &Scene<'_>, event: &str, doer: Option<usize>, subject: Option<usize>) -> bool {
    takes_a_will(event) && [doer, subject].into_iter().flatten().any(|noun| is_nature(scene, noun))
}

/// Whether nobody is said to have done it and the document tells of a disaster: "three bridges were destroyed".
pub(super) fn may_have_done(scene: &Scene<'_>, found: &Found) -> bool {
    matches!(found.event, "vandalise" | "evict" | "block" | "censor")
        && found.actor.is_none()
        && found.modifier.is_none()
        && scene.is_of_disaster()
}

/// Whether a blast is no bomb's: where the document speaks of none, and of a mine, a boiler or the like.
pub(super) fn is_accident(scene: &Scene<'_>, event: &str, lemma: &str) -> bool {
    event == "bomb"
        && matches!(lemma, "blast" | "explosion" | "explode" | "detonation" | "fireball" | "twin blasts")
        && scene.is_of_accident()
}

/// Whether "a strike" is one from the air where `event` is a walkout, or the other way round, by what else the document
/// speaks of, and by what it is a strike on.
pub(super) fn is_other_strike(scene: &Scene<'_>, head: usize, sense: &Trigger) -> bool {
    if sense.lemma != "strike" || !matches!(sense.event, "bomb" | "strike") {
        return false;
    }
    // "a call for a strike"
    let is_called = |token: usize| {
        matches!(scene.text.lower(token), "call" | "called" | "calls" | "calling" | "on" | "joined" | "ended")
    };
    // "a strike on a school", but "a strike on Monday"
    let on = scene.phrases.chunk_at(head).and_then(|noun| scene.phrases.next(noun));
    let on = on
        .filter(|on| scene.phrases.is_word(scene.text, *on, "on") || scene.phrases.is_word(scene.text, *on, "against"));
    let target = on.and_then(|on| scene.phrases.next(on)).filter(|target| scene.phrases.noun(*target).is_some());
    if target
        .is_some_and(|target| scene.is_of_class(target, &["building", "site", "place", "vehicle", "convoy", "rebel"]))
    {
        return sense.event != "bomb";
    }
    let called = (head.saturating_sub(4)..head).any(is_called);
    (scene.is_of_air_war() && !called) != (sense.event == "bomb")
}

/// Whether only people do it.
fn takes_a_will(event: &str) -> bool {
    !matches!(event, "kill" | "injure" | "curfew" | "declare_emergency")
}

fn is_nature(scene: &Scene<'_>, noun: usize) -> bool {
    scene.name_kind(scene.head(noun)).is_none() && scene.words.is_of_class(scene.head_word(noun), "nature")
}
