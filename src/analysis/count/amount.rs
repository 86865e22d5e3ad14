//! Amounts of money, lengths of time imposed, and inhabitants.

use super::{Finder, currency};
use crate::analysis::claim::{Claim, ClaimKind};
use crate::analysis::quantity::QuantityKind;
use crate::vocabulary::geography::{self, PlaceClass};

/// Words that make a length of time one that is imposed.
const IMPOSED: [&str; 34] = [
    "term",
    "terms",
    "serve",
    "serves",
    "suspended",
    "suspend",
    "barred",
    "banned",
    "licence",
    "closed",
    "sentence",
    "sentences",
    "sentenced",
    "prison",
    "jail",
    "jailed",
    "imprisonment",
    "imprisoned",
    "emergency",
    "curfew",
    "probation",
    "detention",
    "custody",
    "ban",
    "suspension",
    "exile",
    "labour",
    "blackout",
    "mourning",
    "lockdown",
    "quarantine",
    "closure",
    "truce",
    "ceasefire",
];

/// Beginnings of verbs of imposing.
const IMPOSING: [&str; 10] =
    ["declar", "impos", "order", "announc", "extend", "sentenc", "jail", "imprison", "hand", "decree"];

/// How many tokens beside a length of time the word for what is imposed may stand.
const REACH: usize = 8;

/// Below this a place's number is rather one of its people who did something.
const LEAST_POPULATION: f64 = 200.0;

/// Finds amounts, terms and populations among the numbers that have no claim yet.
pub(super) fn find(finder: &mut Finder<'_>) {
    let amounts = finder.reading.quantities.iter().any(|quantity| matches!(quantity.kind, QuantityKind::Money(_)));
    let countries = if amounts { currency::countries(finder.reading) } else { Vec::new() };
    for number in 0..finder.reading.quantities.len() {
        if finder.taken.get(number).copied().unwrap_or(true) {
            continue;
        }
        let Some(quantity) = finder.reading.quantities.get(number) else { continue };
        let (measure, unit, rule) = match &quantity.kind {
            QuantityKind::Money(code) => {
                ("money", currency::of_amount(finder.reading, quantity, code, &countries), "amount")
            }
            QuantityKind::Duration(unit) if matches!(*unit, "day" | "week" | "month" | "year") => {
                if !is_imposed(finder, number) {
                    continue;
                }
                ("term", *unit, "length of time imposed")
            }
            QuantityKind::Plain if is_population(finder, number) => ("population", "", "inhabitants"),
            QuantityKind::Plain => match elided_term(finder, number) {
                Some(unit) => ("term", unit, "length of time without its unit"),
                None => continue,
            },
            _ => continue,
        };
        let text = &finder.reading.text;
        let chunk = finder.reading.phrases.chunk_at(quantity.tokens.start).unwrap_or(0);
        let end = finder.reading.phrases.chunks.get(chunk).map_or(quantity.tokens.end, |found| found.tokens.end);
        let tokens =
            quantity.tokens.start..if measure == "money" { quantity.tokens.end } else { end.max(quantity.tokens.end) };
        let group = if measure == "money" {
            purpose(finder, chunk)
        } else {
            text.span(quantity.tokens.end..end.max(quantity.tokens.end)).of(text.source).to_owned()
        };
        finder.claims.push(Claim {
            kind: ClaimKind::Count,
            span: text.span(tokens),
            measure,
            low: quantity.low.map(|low| low as i64),
            high: quantity.high.map(|high| high as i64),
            qualifier: quantity.qualifier,
            unit,
            group,
            actor: if measure == "term" { imposer(finder, chunk) } else { String::new() },
            rule,
            ..Claim::default()
        });
        finder.chunks.push(chunk);
        if let Some(taken) = finder.taken.get_mut(number) {
            *taken = true;
        }
    }
}

/// "was jailed for 20 years and his deputy for 12", "ten years for murder and four for theft": the unit of the term before.
fn elided_term(finder: &Finder<'_>, number: usize) -> Option<&'static str> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let quantity = finder.reading.quantities.get(number).filter(|quantity| quantity.low < Some(LONGEST_TERM))?;
    let chunk = phrases.chunk_at(quantity.tokens.start)?;
    phrases.noun(chunk).filter(|group| group.bare)?;
    let sentence = |chunk: usize| phrases.chunks.get(chunk).map(|chunk| chunk.sentence);
    let told = finder
        .chunks
        .iter()
        .zip(&finder.claims)
        .filter(|(other, _)| **other < chunk && sentence(**other) == sentence(chunk));
    let (last, claim) = told.max_by_key(|(other, _)| **other).filter(|(_, claim)| claim.measure == "term")?;
    let is = |chunk: Option<usize>, words: &[&str]| {
        chunk.is_some_and(|chunk| words.iter().any(|word| phrases.is_word(text, chunk, word)))
    };
    let before = phrases.previous(chunk);
    let ruler = before.and_then(|to| phrases.previous(to));
    let behind_person = is(before, &["to", "for"]) && ruler.is_some_and(|who| phrases.noun(who).is_some());
    let given = is(before, &["given", "received", "got", "to", "for"]) && ruler != Some(*last);
    let joined = is(before, &["and", ","]) && is(phrases.next(chunk), &["for", "on"]);
    let clause = (*last..chunk).any(|between| {
        phrases.verb(between).is_some_and(|_| !is(Some(between), &["given", "received", "got", "sentenced", "jailed"]))
    });
    ((behind_person || given || joined) && !clause).then_some(claim.unit)
}

/// No term has more of its unit than this.
const LONGEST_TERM: f64 = 100.0;

/// Who imposes: the subject or agent of the verb before the length of time, if it is one of imposing.
fn imposer(finder: &Finder<'_>, chunk: usize) -> String {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let mut verb = chunk;
    while phrases.verb(verb).is_none() {
        match phrases.previous(verb) {
            Some(before) => verb = before,
            None => return String::new(),
        }
    }
    let head = phrases.chunks.get(verb).map_or("", |found| text.lower(found.head));
    if !IMPOSING.iter().any(|stem| head.starts_with(stem)) {
        return String::new();
    }
    let passive = phrases.is_passive(text, verb);
    finder.actor(if passive { phrases.agent_of(text, verb) } else { phrases.subject_of(verb) })
}

/// What an amount is for: "$3 million in aid", "a fine of 200 euros".
fn purpose(finder: &Finder<'_>, chunk: usize) -> String {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let noun = |chunk: usize| phrases.noun(chunk).filter(|group| !group.pronoun).map(|_| chunk);
    let behind = phrases
        .next(chunk)
        .filter(|word| phrases.is_word(text, *word, "in") || phrases.is_word(text, *word, "for"))
        .and_then(|word| phrases.next(word))
        .and_then(noun);
    let before = || {
        let of = phrases.previous(chunk).filter(|of| phrases.is_word(text, *of, "of"))?;
        phrases.previous(of).and_then(noun)
    };
    behind
        .or_else(before)
        .and_then(|noun| phrases.chunks.get(noun))
        .map_or(String::new(), |noun| finder.phrase_text(noun.tokens.clone()))
}

/// Whether a word for what is imposed stands beside the length of time, and it does not count backwards ("two years ago").
fn is_imposed(finder: &Finder<'_>, number: usize) -> bool {
    let text = &finder.reading.text;
    let Some(quantity) = finder.reading.quantities.get(number) else { return false };
    if matches!(text.lower(quantity.tokens.end), "ago" | "earlier" | "later" | "after" | "before") {
        return false;
    }
    let sentence = text.tokens.get(quantity.tokens.start).map(|token| token.sentence);
    let here = |token: &usize| text.tokens.get(*token).map(|token| token.sentence) == sentence;
    let after = (quantity.tokens.start..quantity.tokens.end + 5).take_while(here);
    let before = (quantity.tokens.start.saturating_sub(REACH)..quantity.tokens.start).filter(here);
    // "a 23-day protest" is not imposed, whatever stands near it.
    let chunk = finder.reading.phrases.chunk_at(quantity.tokens.start);
    let found = chunk.and_then(|chunk| finder.reading.phrases.chunks.get(chunk));
    let own_head = found.map_or("", |found| text.lower(found.head));
    let hyphen = (quantity.tokens.start..quantity.tokens.end).any(|token| text.raw(token).contains('-'));
    let named = found.is_some_and(|found| found.tokens.end > quantity.tokens.end);
    let next = chunk.and_then(|chunk| finder.reading.phrases.next(chunk));
    let goes_on = next.is_some_and(|of| finder.reading.phrases.is_word(text, of, "of"));
    // "a 60-day state of alert"
    if own_head == "state" && goes_on {
        return true;
    }
    if hyphen && named && !goes_on && !IMPOSED.contains(&own_head) {
        return false;
    }
    let passed = quantity.tokens.start.checked_sub(1).is_some_and(|token| {
        matches!(text.lower(token), "after" | "past" | "last" | "since" | "within" | "aged" | "spent" | "served")
    });
    // "was given 16 years", "held for seven weeks"
    let before_number = |back: usize| quantity.tokens.start.checked_sub(back).map_or("", |token| text.lower(token));
    let imposed = matches!(before_number(1), "given" | "received" | "got" | "gets")
        || before_number(1) == "for" && matches!(before_number(2), "held" | "detained" | "jailed" | "imprisoned");
    imposed || !passed && after.chain(before).any(|token| IMPOSED.contains(&text.lower(token)))
}

/// "a town of about 90,000 people", "a population of two million", "whose population was then about 730,000".
fn is_population(finder: &Finder<'_>, number: usize) -> bool {
    let text = &finder.reading.text;
    let Some(quantity) = finder.reading.quantities.get(number) else { return false };
    let large = quantity.low.or(quantity.high).is_some_and(|value| value >= LEAST_POPULATION);
    let before = |back: usize| quantity.tokens.start.checked_sub(back).map_or("", |token| text.lower(token));
    let inhabited = |word: &str| {
        geography::get()
            .noun(word)
            .is_some_and(|noun| matches!(noun.class, PlaceClass::Settlement | PlaceClass::Region | PlaceClass::Country))
    };
    let people = text.lower(quantity.tokens.end);
    let place_before = before(1) == "of" && inhabited(before(2)) || before(2) == "home" && before(1) == "to";
    let told = (1..POPULATION_REACH)
        .take_while(|back| *back == 1 || BETWEEN_POPULATION.contains(&before(back - 1)))
        .any(|back| before(back) == "population");
    // "ordered 5,000 residents to leave" does not say how many live there.
    let has = matches!(before(1), "of" | "has" | "had" | "its" | "with") && people == "residents";
    // "the town's 40,000 people"
    let owned = matches!(before(1), "'s" | "’s")
        && inhabited(before(2))
        && matches!(people, "people" | "inhabitants" | "residents" | "citizens" | "souls");
    told || large && (owned || place_before || people == "inhabitants" || has)
}

/// How far before its number "population" may stand.
const POPULATION_REACH: usize = 7;

/// What may stand between "population" and its number.
const BETWEEN_POPULATION: [&str; 12] =
    ["of", "is", "was", "then", "now", "some", ":", "(", "estimated", "at", "has", "reached"];
