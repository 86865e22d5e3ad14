//! A form in -ing that is a noun where it stands: "a mass shooting", "the bombing of the market".

use crate::analysis::name::NameKind;
use crate::analysis::phrase::ChunkKind;
use crate::vocabulary::events::{CarrierRole, Trigger, TriggerClass};

use super::Found;
use super::arguments;
use super::carrier::carrier;
use super::nouns::is_new_to_text;
use super::scene::Scene;
use super::voice;

/// "a mass shooting", "market bombing in the capital": a form in -ing that is a noun too, and has neither an object nor
/// people before it.
pub(super) fn is_noun(scene: &Scene<'_>, verb: usize) -> bool {
    let word = scene.head_word(verb);
    let is_noun = || scene.words.senses(word).any(|sense| sense.class == TriggerClass::Noun);
    let people = |noun: usize| {
        let named = scene.name_kind(scene.head(noun)).is_some_and(|kind| kind != NameKind::Place);
        let people = ["person", "force", "group"];
        let pronoun = scene.phrases.noun(noun).is_some_and(|group| group.pronoun);
        named || pronoun || people.iter().any(|class| scene.words.is_of_class(scene.head_word(noun), class))
    };
    scene.tokens(verb).len() == 1
        && scene.phrases.object_of(verb).is_none()
        && is_noun()
        && match scene.phrases.previous(verb) {
            None => true,
            // "killed in fighting between herders and farmers"
            Some(_) if arguments::directly_behind(scene, verb, "between").is_some() => true,
            // "was blamed for the bombing of a ferry"
            Some(_) if is_determined(scene, verb) => true,
            Some(noun) => scene.phrases.noun(noun).is_some() && !people(noun),
        }
}

fn is_determined(scene: &Scene<'_>, verb: usize) -> bool {
    let before = scene.head(verb).checked_sub(1).map_or("", |before| scene.text.lower(before));
    matches!(before, "the" | "a" | "an" | "another" | "this" | "that")
}

/// "a suicide bombing": named for the first time.
fn is_new(scene: &Scene<'_>, verb: usize) -> bool {
    let start = scene.phrases.previous(verb).filter(|noun| scene.phrases.noun(*noun).is_some()).unwrap_or(verb);
    let first = scene.tokens(start).start;
    [first, first.wrapping_sub(1)].iter().any(|token| matches!(scene.text.lower(*token), "a" | "an" | "another"))
}

/// A form in -ing that is a noun tells of a happening that may be known already.
pub(super) fn read(scene: &Scene<'_>, verb: usize) -> Option<Found> {
    let head = scene.head(verb);
    let mut senses = scene.words.senses(scene.text.lower(head));
    // Of "mass meeting" the last word alone tells of nothing.
    let of_class = |sense: &&Trigger| {
        sense.object.is_empty()
            || arguments::directly_behind(scene, verb, "of")
                .is_some_and(|inner| scene.is_of_class(inner, &sense.object))
    };
    let is_noun = |sense: &&Trigger| {
        sense.class == TriggerClass::Noun && sense.phrase.is_empty() && sense.length == 1 && of_class(sense)
    };
    let sense = senses.find(is_noun)?;
    let next = scene.phrases.next(verb)?;
    let told = match scene.kind(next)? {
        ChunkKind::Preposition => ["in", "at", "near", "outside", "on", "by", "of", "with", "between", "against"]
            .contains(&scene.head_word(next)),
        ChunkKind::Verb(_) => {
            // "shelling was reported"
            let passive = voice::is_passive_by_form(scene, next);
            let carries = |role| {
                matches!(role, CarrierRole::Occur | CarrierRole::Result) || passive && role == CarrierRole::Cause
            };
            carrier(scene, next, carries).is_some()
        }
        _ => false,
    };
    let behind = |words: &[&str]| words.iter().find_map(|word| arguments::directly_behind(scene, verb, word));
    let between = behind(&["between"]);
    let second = between.and_then(|first| scene.list(first).last().copied().filter(|last| *last != first));
    let target = second.or_else(|| behind(&["of", "with", "against"]));
    let refers_back = !is_new(scene, verb) && !target.is_some_and(|target| is_new_to_text(scene, target));
    told.then(|| Found {
        event: sense.event,
        anchor: head..head + 1,
        actor: between.or_else(|| behind(&["by"])),
        modifier: None,
        target,
        trigger: verb,
        refers_back,
        rule: "noun in -ing",
    })
}
