//! Figures that a topic runs on with: numbers alone in the places where tolls stand, "six deaths, revised to eight", "the
//! ministry has 40", "half of the 90 claimed by the rebels", "14 (police), 28 (doctors)", "nine is what the report says".
//!
//! They count what was spoken of last: the count or the word for those counted that stands nearest before them.

use super::Finder;
use super::continued::is_recording;
use super::counted::{Tally, tally};
use super::sense::said_of;
use super::toll::{MOVES, is_toll_word};
use crate::analysis::Claim;
use crate::analysis::phrase::{ChunkKind, VerbShape};
use crate::vocabulary::counting::{Counted, Need};

/// How many sentences behind its topic a figure may stand.
const REACH: usize = 2;

/// Below this a number behind "arrive at" is rather a time of day.
const LEAST_ARRIVED_AT: f64 = 13.0;

/// Beginnings of verbs behind whose "at" a figure stands, beside those that move a toll.
const SETTLES: [&str; 7] = ["arriv", "settl", "estimat", "plac", "assess", "giv", "fix"];

/// Nouns for single entries of a list of people.
const ENTRIES: [&str; 4] = ["names", "entries", "coffins", "graves"];

/// Finds the figures.
pub(super) fn find(finder: &mut Finder<'_>) {
    for &chunk in &finder.reading.phrases.nouns {
        let Some(found) = candidate(finder, chunk) else { continue };
        let named = is_claimed(finder, chunk) || is_listed(finder, chunk) || is_alternative(finder, chunk);
        let total = || {
            is_moved_to(finder, chunk)
                || is_held(finder, chunk)
                || is_what_is_said(finder, chunk)
                || is_later(finder, chunk)
        };
        if (named || total())
            && let Some(measure) = topic(finder, chunk)
        {
            let relation = if named { "" } else { "total" };
            finder.add(&found, measure, String::new(), relation, "figure of what was spoken of");
        }
    }
}

/// A number without a noun of its own, or one of names on a list, that nothing has claimed.
fn candidate(finder: &Finder<'_>, chunk: usize) -> Option<Tally> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let group = phrases.noun(chunk)?;
    let number = group.quantity.filter(|number| finder.taken.get(*number) == Some(&false))?;
    let head = phrases.chunks.get(chunk).map_or("", |found| text.lower(found.head));
    let named = finder.reading.quantities.get(number).is_some_and(|quantity| quantity.named);
    let alone = group.bare || ENTRIES.contains(&head);
    if alone && named { tally(finder, chunk, Need::Anything, true) } else { None }
}

/// "revised to eight", "raised it to 21", "put the wounded at 30", "arrived at 147", "range from 20 to more than 200"
fn is_moved_to(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some(joint) = phrases.previous(chunk) else { return false };
    let is = |chunk: usize, words: &[&str]| words.iter().any(|word| phrases.is_word(text, chunk, word));
    if !is(joint, &["to", "at", "from"]) {
        return false;
    }
    // Back to the verb, past what it moves and by how much.
    let mut at = joint;
    let mut moved = None;
    for _ in 0..OBJECT {
        let Some(before) = phrases.previous(at) else { return false };
        at = before;
        match phrases.kind(at) {
            Some(ChunkKind::Verb(_)) => break,
            // "estimates of the dead range from 30 to 200"
            Some(ChunkKind::Noun(_)) if is_range(finder, at) => return !is(joint, &["at"]),
            Some(ChunkKind::Noun(group)) if moved.is_none() && !group.bare => moved = Some(at),
            Some(ChunkKind::Noun(_) | ChunkKind::Preposition | ChunkKind::Adverb | ChunkKind::Time) => {}
            // "… was put by police at 12,000 and by the marchers at 50,000"
            Some(ChunkKind::Conjunction | ChunkKind::Comma) => return goes_on_with(finder, at, joint),
            _ => return false,
        }
    }
    let Some((group, verb)) = phrases.verb(at).zip(phrases.chunks.get(at)) else { return false };
    let word = text.lower(verb.head);
    let settles = is(joint, &["at"]) && SETTLES.iter().any(|stem| word.starts_with(stem));
    if !settles && !is_range(finder, at) && !MOVES.iter().any(|stem| word.starts_with(stem)) {
        return false;
    }
    if word.starts_with("arriv") {
        let number = phrases.noun(chunk).and_then(|group| finder.reading.quantities.get(group.quantity?));
        return number.and_then(|number| number.low).is_some_and(|low| low >= LEAST_ARRIVED_AT);
    }
    if let Some(object) = moved {
        return is_figure(finder, object);
    }
    // "six deaths, revised to eight"
    let comma = phrases.previous(at).filter(|comma| phrases.kind(*comma) == Some(ChunkKind::Comma));
    let count = comma.and_then(|comma| phrases.previous(comma));
    let of_count = count.is_some_and(|count| finder.chunks.contains(&count));
    of_count
        || group.shape != VerbShape::Finite
        || phrases.subject_of(at).is_none_or(|subject| is_figure(finder, subject))
}

/// Whether the number before the mark or conjunction in `and` is a total behind the same preposition as `joint`.
fn goes_on_with(finder: &Finder<'_>, and: usize, joint: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let word = phrases.chunks.get(joint).map_or("", |found| text.lower(found.head));
    let other = phrases.previous(and).filter(|other| phrases.noun(*other).is_some_and(|group| group.bare));
    let same = other.and_then(|other| phrases.previous(other)).is_some_and(|at| phrases.is_word(text, at, word));
    let total = |other: usize| {
        let mut told = finder.chunks.iter().zip(&finder.claims);
        told.any(|(chunk, claim)| *chunk == other && claim.relation == "total")
    };
    same && other.is_some_and(total)
}

fn is_range(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let word = phrases.chunks.get(chunk).map_or("", |found| text.lower(found.tokens.end - 1));
    matches!(word, "range" | "ranges" | "ranged" | "ranging" | "vary" | "varies" | "varied" | "varying")
}

/// A noun for how many there are or for those counted; "the price rose to 12" is told of no people.
fn is_figure(finder: &Finder<'_>, noun: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some((group, found)) = phrases.noun(noun).zip(phrases.chunks.get(noun)) else { return false };
    // "estimates of the dead", "the number of houses"
    let of = phrases.previous(noun).filter(|of| phrases.is_word(text, *of, "of"));
    let whole = of.and_then(|of| phrases.previous(of)).and_then(|whole| phrases.chunks.get(whole));
    group.pronoun
        || group.quantity.is_some()
        || is_toll_word(text.lower(found.head))
        || said_of(finder, found.head).is_some()
        || whole.is_some_and(|whole| is_toll_word(text.lower(whole.head)))
}

/// How many chunks may stand between a verb and the preposition before its figure.
const OBJECT: usize = 5;

/// "The health ministry has 77", "the archive now has 64 names"
fn is_held(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some(verb) = phrases.previous(chunk).filter(|verb| phrases.verb(*verb).is_some()) else { return false };
    let has = phrases.chunks.get(verb).is_some_and(|verb| matches!(text.lower(verb.head), "has" | "have" | "had"));
    let ends = phrases.next(chunk).is_none_or(|next| {
        !matches!(phrases.kind(next), Some(ChunkKind::Noun(_) | ChunkKind::Verb(_) | ChunkKind::Relative))
    });
    has && ends && phrases.subject_of(verb).is_some_and(|subject| phrases.noun(subject).is_some_and(|who| !who.pronoun))
}

/// "the 19 acknowledged by the ministry", "the six of the first bulletin"
fn is_claimed(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let definite = phrases.chunks.get(chunk).is_some_and(|found| text.lower(found.tokens.start) == "the");
    let Some(next) = phrases.next(chunk).filter(|_| definite) else { return false };
    let word = phrases.chunks.get(next).map_or("", |found| text.lower(found.head));
    phrases.verb(next).is_some_and(|verb| verb.reports || word == "given" || is_recording(word))
}

/// "a list of 88 names", "we have the names of 31"
fn is_listed(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let head = |chunk: usize| phrases.chunks.get(chunk).map_or("", |found| text.lower(found.head));
    if ENTRIES.contains(&head(chunk)) {
        return true;
    }
    let of = phrases.previous(chunk).filter(|of| phrases.is_word(text, *of, "of"));
    of.and_then(|of| phrases.previous(of)).is_some_and(|names| matches!(head(names), "names" | "bodies" | "remains"))
}

/// "22 (hospital records), 34 (commission) or more than 50 (union)": each figure with who gives it in brackets.
fn is_alternative(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let is_open = |chunk: usize| phrases.is_word(text, chunk, "(");
    let skip_quotes = |mut at: Option<usize>, step: &dyn Fn(usize) -> Option<usize>| {
        while let Some(quote) = at.filter(|quote| phrases.kind(*quote) == Some(ChunkKind::Quote)) {
            at = step(quote);
        }
        at
    };
    let bracket = skip_quotes(phrases.next(chunk), &|at| phrases.next(at));
    if !bracket.is_some_and(is_open) {
        return false;
    }
    let mut at = skip_quotes(phrases.previous(chunk), &|at| phrases.previous(at));
    let mut joined = false;
    while let Some(mark) =
        at.filter(|mark| matches!(phrases.kind(*mark), Some(ChunkKind::Comma | ChunkKind::Conjunction)))
    {
        joined = true;
        at = phrases.previous(mark);
    }
    joined && at.is_some_and(|close| phrases.is_word(text, close, ")"))
}

/// "Nine is what the inquiry found."
fn is_what_is_said(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let is = phrases.next(chunk).filter(|is| phrases.verb(*is).is_some_and(|verb| verb.copula));
    is.and_then(|is| phrases.next(is)).is_some_and(|what| phrases.is_word(text, what, "what"))
}

/// "It rose to 23, then 29."
fn is_later(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let then = phrases.previous(chunk).filter(|then| phrases.is_word(text, *then, "then"));
    let Some(mut at) = then else { return false };
    while let Some(before) = phrases.previous(at) {
        match phrases.kind(before) {
            Some(ChunkKind::Comma | ChunkKind::Conjunction | ChunkKind::Adverb | ChunkKind::Preposition) => at = before,
            Some(ChunkKind::Noun(group)) => return group.bare && finder.chunks.contains(&before),
            _ => return false,
        }
    }
    false
}

/// How many words a phrase such as "the dead" has at most.
const THOSE: usize = 3;

/// What the nearest count or word for those counted before `chunk` is about.
pub(super) fn topic(finder: &Finder<'_>, chunk: usize) -> Option<&'static str> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let sentence = phrases.chunks.get(chunk)?.sentence;
    let near = |other: usize| phrases.chunks.get(other).is_some_and(|other| other.sentence + REACH >= sentence);
    // "14 of the 41 missing turned up; the other 27 …": others go on with the whole.
    let tokens = phrases.chunks.get(chunk)?.tokens.clone();
    let others = tokens.into_iter().any(|token| matches!(text.lower(token), "other" | "others" | "remaining"));
    let several = |claim: &Claim| {
        claim.low.or(claim.high).is_some_and(|number| number > 1) && !(others && claim.relation == "subset")
    };
    let counted = finder.chunks.iter().copied().zip(&finder.claims);
    let counted = counted
        .filter(|(other, claim)| *other < chunk && near(*other) && several(claim))
        .max_by_key(|(other, _)| *other)
        .map(|(other, claim)| (other, claim.measure));
    let spoken = (0..chunk).rev().take_while(|other| near(*other)).find_map(|other| {
        let found = phrases.chunks.get(other)?;
        let word = text.word(found.head);
        let measure = match found.kind {
            // "the dead", "estimates of deaths", but no "death" of one
            ChunkKind::Noun(group) if group.quantity.is_none() && !group.pronoun => {
                let those = text.lower(found.tokens.start) == "the" || text.lower(found.tokens.start) == "those";
                let those = those && found.tokens.len() <= THOSE;
                let dead = found.tokens.clone().rev().filter(|_| those).find_map(|token| said_of(finder, token));
                let plural = || text.lower(found.head).ends_with('s').then(|| word.counting_noun.first()).flatten();
                let plural = || plural().filter(|sense| sense.counted != Counted::Subject);
                dead.or_else(plural).map(|sense| sense.measure)
            }
            // "how many were killed"
            ChunkKind::Verb(_) => {
                let many = phrases.previous(other).and_then(|many| phrases.chunks.get(many));
                let how = many.is_some_and(|many| {
                    text.lower(many.tokens.start) == "many" || text.lower(many.tokens.start + 1) == "many"
                });
                how.then(|| word.counting_verb.first().map(|sense| sense.measure)).flatten()
            }
            _ => None,
        };
        measure.map(|measure| (other, measure))
    });
    let (_, measure) = counted.into_iter().chain(spoken).max_by_key(|(at, _)| *at)?;
    Some(measure).filter(|measure| !matches!(*measure, "money" | "term"))
}
