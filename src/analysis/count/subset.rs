//! Parts of a count: "at least 41, including 30 children", "14 people, three of them nurses", "10 tourists among 12 dead".

use super::beside::TOLD_OF_ONE;
use super::counted::tally;
use super::person::is_one_person;
use super::sense::said_of;
use super::{Finder, elided};
use crate::analysis::phrase::{ChunkKind, Members};
use crate::vocabulary::counting::Need;

/// How many chunks behind a count "including" may stand.
const REACH: usize = 10;

/// Finds the parts of the counts found so far.
pub(super) fn find(finder: &mut Finder<'_>) {
    shares(finder);
    elided::find(finder);
    among_them(finder);
    let whole: Vec<(usize, &'static str)> = finder
        .chunks
        .iter()
        .copied()
        .zip(finder.claims.iter().map(|claim| claim.measure))
        .filter(|(_, measure)| !matches!(*measure, "money" | "term" | "population" | "buildings"))
        .collect();
    for (part, measure) in members(finder) {
        if let Some(found) = tally(finder, part, Need::Being, false) {
            finder.add(&found, measure, String::new(), "subset", "member of those counted");
        }
    }
    for (chunk, measure) in whole {
        for part in parts(finder, chunk) {
            // One of those rescued is no victim of a count's own.
            let number = !TOLD_OF_ONE.contains(&measure);
            if let Some(found) = tally(finder, part, Need::Being, number) {
                finder.add(&found, measure, String::new(), "subset", "part of a count");
            }
        }
    }
}

/// "16 dead: seven in Aru, five in Bela and four at sea" are parts of the whole, before each goes on with the one before.
fn shares(finder: &mut Finder<'_>) {
    let wholes: Vec<(usize, &'static str)> = finder
        .chunks
        .iter()
        .copied()
        .zip(finder.claims.iter().map(|claim| claim.measure))
        .filter(|(_, measure)| !matches!(*measure, "money" | "term" | "population" | "buildings"))
        .collect();
    for (chunk, measure) in wholes {
        for part in adding_up(finder, chunk) {
            if let Some(found) = tally(finder, part, Need::Being, true) {
                finder.add(&found, measure, String::new(), "subset", "part of a count");
            }
        }
    }
}

/// How badly: adverbs that tell of those whom a number before them counts, without a verb.
const HOW_BADLY: [(&str, &str); 10] = [
    ("fatally", "killed"),
    ("mortally", "killed"),
    ("critically", "injured"),
    ("seriously", "injured"),
    ("gravely", "injured"),
    ("severely", "injured"),
    ("badly", "injured"),
    ("slightly", "injured"),
    ("lightly", "injured"),
    ("superficially", "injured"),
];

/// "seven were shot, two fatally", "30 people were hurt, four of them seriously"
pub(super) fn hurt_so(finder: &mut Finder<'_>) {
    for adverb in 1..finder.reading.phrases.chunks.len() {
        let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
        if phrases.kind(adverb) != Some(ChunkKind::Adverb) {
            continue;
        }
        let Some((_, measure)) = HOW_BADLY.iter().find(|(word, _)| phrases.is_word(text, adverb, word)) else {
            continue;
        };
        // "two seriously ill" go on with what they are.
        let closed =
            phrases.next(adverb).is_none_or(|next| phrases.noun(next).is_none() && phrases.verb(next).is_none());
        let part = phrases.previous(adverb).filter(|part| closed && phrases.noun(*part).is_some());
        if let Some(found) = part.and_then(|part| tally(finder, part, Need::Being, true)) {
            finder.add(&found, measure, String::new(), "subset", "number and how badly");
        }
    }
}

/// "Two nurses were among them": parts of what was counted last.
fn among_them(finder: &mut Finder<'_>) {
    for &chunk in &finder.reading.phrases.nouns {
        let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
        if !phrases.is_word(text, chunk, "them") {
            continue;
        }
        let subject = phrases
            .previous(chunk)
            .filter(|among| phrases.is_word(text, *among, "among"))
            .and_then(|among| phrases.previous(among))
            .filter(|verb| phrases.verb(*verb).is_some_and(|verb| verb.copula))
            .and_then(|verb| phrases.subject_of(verb));
        let Some(subject) = subject else { continue };
        let parts = phrases.subjects_from(subject);
        let sentence = |chunk: usize| phrases.chunks.get(chunk).map_or(0, |chunk| chunk.sentence);
        let last = finder
            .chunks
            .iter()
            .zip(&finder.claims)
            .filter(|(other, claim)| {
                **other < subject
                    && sentence(**other) + 1 >= sentence(subject)
                    && !matches!(claim.measure, "money" | "term" | "population" | "buildings")
            })
            .max_by_key(|(other, _)| **other);
        let Some(measure) = last.map(|(_, claim)| claim.measure) else { continue };
        for part in parts {
            if let Some(found) = tally(finder, part, Need::Being, false) {
                finder.add(&found, measure, String::new(), "subset", "member of those counted");
            }
        }
    }
}

/// "the dead included two nurses", "among the wounded was a driver", "two nurses were among the dead".
fn members(finder: &Finder<'_>) -> Vec<(usize, &'static str)> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let mut found = Vec::new();
    for &chunk in &phrases.nouns {
        let Some(tokens) =
            phrases.noun(chunk).and_then(|_| phrases.chunks.get(chunk)).map(|chunk| chunk.tokens.clone())
        else {
            continue;
        };
        if text.lower(tokens.start) != "the" && text.lower(tokens.start) != "those" {
            continue;
        }
        let last = tokens.end - 1;
        let Some(measure) = said_of(finder, last)
            .or_else(|| text.word(last).counting_noun.first().filter(|sense| sense.measure == "casualties"))
            .map(|sense| if sense.measure == "casualties" { "killed" } else { sense.measure })
        else {
            continue;
        };
        let before = phrases.previous(chunk);
        let among = before.is_some_and(|before| phrases.is_word(text, before, "among"));
        let next_verb = phrases.next(chunk).filter(|verb| phrases.verb(*verb).is_some());
        let told = next_verb.is_some_and(|verb| {
            let head = phrases.chunks.get(verb).map_or("", |verb| text.lower(verb.head));
            head.starts_with("includ") || among && phrases.verb(verb).is_some_and(|verb| verb.copula)
        });
        if told {
            let first = next_verb.and_then(|verb| phrases.object_of(verb));
            found.extend(
                first
                    .map(|first| phrases.objects_from(first))
                    .unwrap_or_default()
                    .into_iter()
                    .map(|part| (part, measure)),
            );
        } else if among {
            let verb = before
                .and_then(|among| phrases.previous(among))
                .filter(|verb| phrases.verb(*verb).is_some_and(|verb| verb.copula));
            let subject = verb.and_then(|verb| phrases.subject_of(verb));
            found.extend(
                subject
                    .map(|subject| phrases.subjects_from(subject))
                    .unwrap_or_default()
                    .into_iter()
                    .map(|part| (part, measure)),
            );
        } else {
            found.extend(apposition(finder, chunk).into_iter().map(|part| (part, measure)));
        }
    }
    found
}

/// "31 bodies - 19 women, nine men and three children -", "12 arrests (nine sailors, three cooks)": numbers alone behind a
/// dash, a colon or a bracket.
fn apposition(finder: &Finder<'_>, whole: usize) -> Members {
    let phrases = &finder.reading.phrases;
    let Some(first) = phrases
        .next(whole)
        .filter(|mark| phrases.kind(*mark) == Some(ChunkKind::Break))
        .and_then(|mark| phrases.next(mark))
    else {
        return Members::new();
    };
    if phrases.noun(first).is_none_or(|group| group.quantity.is_none()) {
        return Members::new();
    }
    let members = phrases.list_around(first);
    let closed = members.last().is_some_and(|last| {
        phrases.next(*last).is_none_or(|mark| matches!(phrases.kind(mark), Some(ChunkKind::Break | ChunkKind::Mark)))
    });
    if closed { members } else { Members::new() }
}

/// "Five of them, three men and two women, …", "two people – a guard and a cook –": counts that make up the whole.
fn summands(finder: &Finder<'_>, whole: usize) -> Vec<usize> {
    let phrases = &finder.reading.phrases;
    let value = |chunk: usize| {
        let Some(number) = phrases.noun(chunk)?.quantity else { return is_one_person(finder, chunk).then_some(1.0) };
        let quantity = finder.reading.quantities.get(number)?;
        quantity.low.filter(|_| quantity.low == quantity.high)
    };
    let first = phrases
        .next(whole)
        .filter(|comma| matches!(phrases.kind(*comma), Some(ChunkKind::Comma | ChunkKind::Break)))
        .and_then(|comma| phrases.next(comma))
        .filter(|first| phrases.noun(*first).is_some());
    let Some((first, total)) = first.zip(value(whole)) else { return Vec::new() };
    let members: Vec<usize> = phrases.list_around(first).into_iter().filter(|member| *member >= first).collect();
    let sum: Option<f64> = members.iter().map(|member| value(*member)).sum();
    // "two of them, Ona Brisk and Jan Moor, …": their names say who the two are.
    if members.iter().all(|member| phrases.noun(*member).is_some_and(|group| group.name && group.determiner.is_none()))
    {
        return Vec::new();
    }
    if members.len() > 1 && sum.is_some_and(|sum| (sum - total).abs() < 0.5) { members } else { Vec::new() }
}

/// "He identified 21 dead by name: ten women, eight men and three children", "The toll comprises 12 men, nine women and a
/// child": numbers in a list soon behind a count that add up to it are its parts.
fn adding_up(finder: &Finder<'_>, whole: usize) -> Members {
    let phrases = &finder.reading.phrases;
    let sentence = |chunk: usize| phrases.chunks.get(chunk).map_or(0, |chunk| chunk.sentence);
    let exact = |number: usize| finder.reading.quantities.get(number)?.low;
    let Some(total) = phrases.noun(whole).and_then(|group| exact(group.quantity?)).filter(|total| *total >= LEAST_SUM)
    else {
        return Members::new();
    };
    let mut at = whole + 1;
    while at < whole + SUM_REACH && sentence(at) <= sentence(whole) + 1 {
        let counted = phrases.noun(at).is_some_and(|group| group.quantity.is_some());
        let members = if counted { phrases.list_around(at) } else { Members::new() };
        if members.len() > 1 {
            let value = |member: &usize| match phrases.noun(*member)?.quantity {
                Some(number) => exact(number),
                None => is_one_person(finder, *member).then_some(1.0),
            };
            // "nine men, six women and two boys, the younger a pupil": what stands behind the sum is no part of it.
            let mut sum = 0.0;
            let parts: Members = members
                .iter()
                .copied()
                .map_while(|member| {
                    let reached = (sum - total).abs() < 0.5;
                    sum += if reached { 0.0 } else { value(&member)? };
                    (!reached).then_some(member)
                })
                .collect();
            let closed = members.first().is_some_and(|first| *first > whole);
            if closed && parts.len() > 1 && (sum - total).abs() < 0.5 {
                return parts;
            }
        }
        at = members.last().map_or(at, |last| at.max(*last)) + 1;
    }
    Members::new()
}

/// Below this numbers add up by chance.
const LEAST_SUM: f64 = 4.0;

/// How many chunks behind a count the list of its parts may begin.
const SUM_REACH: usize = 40;

fn parts(finder: &Finder<'_>, whole: usize) -> Vec<usize> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let mut found = Vec::new();
    // "10 tourists among 12 dead"
    if let Some(among) = phrases.previous(whole).filter(|before| phrases.is_word(text, *before, "among")) {
        match phrases.previous(among) {
            Some(part) if phrases.noun(part).is_some() => found.push(part),
            Some(verb) if phrases.verb(verb).is_some_and(|verb| verb.copula) => {
                found
                    .extend(phrases.subject_of(verb).map(|subject| phrases.subjects_from(subject)).unwrap_or_default());
            }
            _ => {}
        }
    }
    found.extend(apposition(finder, whole));
    found.extend(summands(finder, whole));
    found.extend(adding_up(finder, whole));
    let mut at = whole;
    for _ in 0..REACH {
        let Some(next) = phrases.next(at) else { break };
        at = next;
        match phrases.kind(at) {
            Some(ChunkKind::Preposition) if phrases.is_word(text, at, "including") => {
                if let Some(first) = phrases.next(at).and_then(|first| first_part(finder, first)) {
                    found.extend(phrases.objects_from(first));
                }
                break;
            }
            // "34 people, among them two reporters"
            Some(ChunkKind::Preposition) if phrases.is_word(text, at, "among") => {
                let them = phrases.next(at).filter(|them| phrases.is_word(text, *them, "them"));
                let first = them.and_then(|them| phrases.next(them)).and_then(|first| first_part(finder, first));
                if let Some(first) = first {
                    found.extend(phrases.objects_from(first));
                    break;
                }
            }
            Some(ChunkKind::Noun(group)) if group.quantity.is_some() => {
                let Some(chunk) = phrases.chunks.get(at) else { break };
                let of_them = chunk.tokens.clone().any(|token| matches!(text.lower(token), "them" | "whom"));
                if of_them {
                    found.push(at);
                }
                break;
            }
            Some(ChunkKind::Break | ChunkKind::Subordinator) | None => break,
            _ => {}
        }
    }
    found
}

/// The noun group in chunk `first`, or of "those of two nurses" the nurses.
fn first_part(finder: &Finder<'_>, first: usize) -> Option<usize> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let those = phrases.is_word(text, first, "those").then_some(first);
    // "those" and "of" with a number are one group, or "of" begins another.
    let inner = those.and_then(|those| phrases.next(those)).filter(|of| phrases.is_word(text, *of, "of"));
    inner.and_then(|of| phrases.next(of)).or(Some(first)).filter(|first| phrases.noun(*first).is_some())
}
