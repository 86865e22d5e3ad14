//! Who took part in an event named by a noun, and whether its phrase says when or where.

use std::ops::Range;

use crate::analysis::phrase::ChunkKind;
use crate::vocabulary::events::Trigger;
use crate::vocabulary::geography;

use super::arguments;
use super::scene::Scene;

/// Who took part, by the noun's own phrase: a preposition, a possessive or a modifier that is a force.
pub(super) fn participants(scene: &Scene<'_>, noun: usize, sense: &Trigger) -> (Option<usize>, Option<usize>) {
    let introduced = |word: &str| {
        arguments::directly_behind(scene, noun, word).filter(|_| sense.preposition.iter().any(|known| known == word))
    };
    let happening = |word: &str| introduced(word).filter(|inner| !scene.is_place_name(*inner));
    // "beatings, arrests and evictions by the army": the last one's agent is that of all.
    let by = arguments::directly_behind(scene, noun, "by").or_else(|| {
        let last = scene.list(noun).last().copied().filter(|last| *last > noun)?;
        arguments::directly_behind(scene, last, "by")
    });
    if let Some(between) = introduced("between") {
        let list = scene.list(between);
        let second = list.last().copied().filter(|last| *last != between);
        return (Some(between), second);
    }
    let own = matches!(sense.event, "protest" | "strike" | "riot" | "demand" | "clash");
    let (mut actor, mut target) = (by, None);
    // "an air raid by rebel jets on a depot"
    let last_of = |by: usize| {
        let end = scene.phrases.noun_phrase(scene.text, scene.list(by).last().copied().unwrap_or(by)).end;
        scene.phrases.chunk_at(end.saturating_sub(1)).filter(|last| *last >= by).unwrap_or(by)
    };
    let behind_agent = |word: &str| {
        by.filter(|_| matches!(word, "on" | "against") && sense.preposition.iter().any(|known| known == word))
            .and_then(|by| arguments::directly_behind(scene, last_of(by), word))
            .filter(|inner| !scene.is_place_name(*inner))
    };
    for word in ["with", "against", "on", "into", "over", "at", "of", "for"] {
        let Some(inner) = happening(word).or_else(|| behind_agent(word)) else {
            continue;
        };
        // "a strike at the mine", "the riot at a jail": where it was, not whom it was against.
        if own && word == "at" && scene.is_of_class(inner, &SITES) {
            continue;
        }
        if word == "of" && own {
            actor = actor.or(Some(inner));
        } else {
            target = target.or(Some(inner));
        }
    }
    if actor.is_none() {
        actor = possessor(scene, noun);
    }
    (actor, target)
}

const SITES: [&str; 3] = ["building", "site", "place"];

/// Whether the noun's phrase says at which building or ground it was: "a strike at the mine".
pub(super) fn is_at_site(scene: &Scene<'_>, noun: usize, sense: &Trigger) -> bool {
    let own = sense.preposition.is_empty() || sense.preposition.iter().any(|known| known == "at");
    let at = |word: &&str| {
        arguments::directly_behind(scene, noun, word).is_some_and(|inner| scene.is_of_class(inner, &SITES))
    };
    own && ["at", "near", "outside", "inside"].iter().any(at)
}

/// For "the rebels' attack" the rebels.
fn possessor(scene: &Scene<'_>, noun: usize) -> Option<usize> {
    let before = scene.phrases.previous(noun)?;
    let mark = scene.tokens(before).last()?;
    (scene.phrases.noun(before).is_some() && matches!(scene.text.lower(mark), "'s" | "’s" | "'" | "’"))
        .then_some(before)
}

/// For "a violent police raid" the police.
pub(super) fn modifier(scene: &Scene<'_>, noun: usize, sense: &Trigger) -> Option<Range<usize>> {
    let before = first_token(scene, noun, sense).checked_sub(1)?;
    let word = scene.text.lower(before);
    // "an American strike" names no people.
    let people = scene.words.is_of_class(word, "person") && !scene.text.capitalised(before);
    let force = scene.words.is_of_class(word, "force") || people;
    (force && scene.tokens(noun).contains(&before)).then_some(before..before + 1)
}

/// Whether a calendar expression or a named place stands directly behind the group.
pub(super) fn has_time_or_place(scene: &Scene<'_>, noun: usize) -> bool {
    let Some(after) = scene.phrases.next(noun) else {
        return false;
    };
    match scene.kind(after) {
        Some(ChunkKind::Time) => true,
        Some(ChunkKind::Preposition)
            if matches!(scene.head_word(after), "in" | "at" | "near" | "outside" | "on" | "across" | "of") =>
        {
            scene.phrases.next(after).is_some_and(|inner| {
                let place = |noun: usize| geography::get().noun(scene.head_word(noun)).is_some();
                scene.kind(inner) == Some(ChunkKind::Time) || scene.is_place_name(inner) || place(inner)
            })
        }
        _ => false,
    }
}

pub(super) fn first_token(scene: &Scene<'_>, noun: usize, sense: &Trigger) -> usize {
    (scene.head(noun) + 1).saturating_sub(sense.length)
}
