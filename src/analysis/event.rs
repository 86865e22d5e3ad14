//! Event claims: something is said to have happened.
//!
//! Triggers gate the work: only verb groups and noun groups whose main word is in `event_triggers.tsv` are looked at. Their
//! senses are told apart by what stands beside them (`verbs`, `nouns`), and who did what to whom is read off the chunks
//! (`arguments`). What a count already tells of is left out (`counted`).

mod arguments;
mod assertion;
mod carrier;
mod counted;
mod figure;
mod generality;
mod nature;
mod noun_in_ing;
mod nouns;
mod participants;
mod pronoun;
mod scene;
mod speakers;
mod verbs;
mod voice;

use std::ops::Range;

use foldhash::HashSet;

use super::claim::ClaimKind;
use super::phrase::ChunkKind;
use super::{Attribution, Claim, Reading};
use scene::Scene;

/// A happening as read, before it is known whether a count already tells of it.
struct Found {
    /// A word of `events.tsv`.
    event: &'static str,
    /// The tokens of the anchor.
    anchor: Range<usize>,
    /// The noun group of who did it.
    actor: Option<usize>,
    /// The words before a noun that say who did it ("a police raid"), where no group of its own does.
    modifier: Option<Range<usize>>,
    /// The noun group of whom or what it was done to.
    target: Option<usize>,
    /// The chunk that the trigger stands in.
    trigger: usize,
    /// Said by a noun alone that is known already ("the attack"): kept only where nothing earlier tells of it.
    refers_back: bool,
    rule: &'static str,
}

/// Finds the event claims that none of `counts` already tells of, with everything but date, place, source and firmness.
pub fn find(reading: &Reading<'_>, attributions: &[Attribution], counts: &[Claim]) -> Vec<Claim> {
    let scene = Scene::new(reading);
    let mut found: Vec<Found> = Vec::new();
    for (number, chunk) in reading.phrases.chunks.iter().enumerate() {
        match chunk.kind {
            ChunkKind::Verb(_) => found.extend(verbs::read(&scene, number)),
            ChunkKind::Noun(_) => found.extend(nouns::read(&scene, number)),
            _ => {}
        }
    }
    found.retain(|happening| assertion::is_made(&scene, happening));
    drop_overlaps(&mut found);
    drop_named_twice(&mut found);
    drop_convictions(&scene, &mut found);
    drop_references(&scene, &mut found);
    let counts = counted::Counts::new(&reading.text, counts);
    let speakers = speakers::Speakers::new(attributions);
    found
        .iter()
        .filter(|happening| !counted::tells_of(&scene, happening, &counts))
        .map(|happening| claim(&scene, &speakers, happening))
        .collect()
}

/// Of two readings of one stretch the longer stays, and the verb's before the noun's.
fn drop_overlaps(found: &mut Vec<Found>) {
    found.sort_by_key(|happening| (happening.anchor.start, std::cmp::Reverse(happening.anchor.end)));
    let mut kept_until: Option<(usize, usize)> = None;
    let mut kept: Vec<bool> = Vec::with_capacity(found.len());
    for (number, happening) in found.iter().enumerate() {
        // "declared a state of emergency and a curfew": two happenings, of which the second begins inside nothing.
        let inside = kept_until.is_some_and(|(end, _)| happening.anchor.start < end);
        // "refused to investigate" is an inquiry denied, "refused to leave" a refusal.
        let refusal = kept_until.is_some_and(|(_, other)| {
            found.get(other).is_some_and(|other: &Found| other.event == "deny") && happening.event != "deny"
        });
        if inside
            && refusal
            && let Some((_, other)) = kept_until
        {
            if let Some(slot) = kept.get_mut(other) {
                *slot = false;
            }
            kept.push(true);
            kept_until = Some((happening.anchor.end, number));
            continue;
        }
        kept.push(!inside);
        if !inside {
            kept_until = Some((happening.anchor.end, number));
        }
    }
    let mut kept = kept.into_iter();
    found.retain(|_| kept.next().unwrap_or(true));
}

/// "A truce was agreed", "broke up a protest march": where the verb tells of it too, its noun is no further happening.
fn drop_named_twice(found: &mut Vec<Found>) {
    let told: HashSet<(usize, &str)> = found
        .iter()
        .filter(|happening| happening.rule.contains("verb"))
        .filter_map(|happening| Some((happening.target?, happening.event)))
        .collect();
    found.retain(|happening| !told.contains(&(happening.trigger, happening.event)));
}

/// "convicted three men and sentenced them to life": one judgment.
fn drop_convictions(scene: &Scene<'_>, found: &mut Vec<Found>) {
    let of_them = |happening: &Found| {
        happening.event == "sentence"
            && happening.target.is_some_and(|target| scene.phrases.noun(target).is_some_and(|group| group.pronoun))
    };
    let sentence = |happening: &Found| scene.phrases.chunks.get(happening.trigger).map(|chunk| chunk.sentence);
    let pairs = found.windows(2).map(|pair| match pair {
        [first, second] => first.event == "sentence" && of_them(second) && sentence(first) == sentence(second),
        _ => false,
    });
    let mut told_again = pairs.collect::<Vec<_>>().into_iter();
    found.retain(|_| !told_again.next().unwrap_or(false));
}

/// A noun that refers back is a claim only where nothing before it told of such a happening.
fn drop_references(scene: &Scene<'_>, found: &mut Vec<Found>) {
    let mut told: HashSet<&str> = HashSet::default();
    found.retain(|happening| {
        let known = told.contains(happening.event);
        // "Nine die in prison riot": what a headline names in passing the report tells.
        if !(happening.refers_back && scene.is_headline(happening.trigger)) {
            told.insert(happening.event);
        }
        !(known && happening.refers_back)
    });
}

fn claim(scene: &Scene<'_>, speakers: &speakers::Speakers<'_>, found: &Found) -> Claim {
    // Somebody of whom more is said than "he" or "its leader".
    let named = found.actor.is_some_and(|noun| !scene.is_relative_to_another(noun));
    let actor = found.actor.and_then(|noun| scene.resolved(noun, None));
    // "blew himself up": done to nobody else.
    let target = found.target.filter(|noun| !pronoun::is_reflexive(scene.head_word(*noun)));
    let target = target.and_then(|noun| scene.resolved(noun, actor));
    // "between the miners and the police", "the police who held them": one list, two sides.
    let alone = actor.zip(target).is_some_and(|(actor, target)| scene.list(actor).contains(&target));
    let worded = |noun: usize| scene.wording(noun, alone, found.anchor.end, None);
    let modifier = || found.modifier.clone().map(|tokens| scene.words(tokens));
    let speaker = speakers.of(scene, found, named).map(str::to_owned);
    let actor = speaker.or_else(|| actor.map(worded)).or_else(modifier).unwrap_or_default();
    let crime = found
        .target
        .filter(|target| *target > found.trigger)
        .and_then(|target| arguments::crime(scene, found.event, target));
    let target = target.map(|target| scene.wording(target, alone, found.anchor.end, crime));
    let target = target.filter(|target| *target != actor).unwrap_or_default();
    Claim {
        kind: ClaimKind::Event,
        span: scene.text.span(found.anchor.clone()),
        event: found.event,
        actor,
        target,
        rule: found.rule,
        ..Claim::default()
    }
}

#[cfg(test)]
mod tests;
