//! What adjectives and phrases say of those who are counted: "13 dead", "an injured woman", "three were missing", "2,000
//! cooks are on strike".

use super::Finder;
use super::counted::{Tally, tally};
use super::nominal::whole;
use crate::analysis::phrase::{ChunkKind, Voice};
use crate::analysis::text::TokenKind;
use crate::vocabulary::counting::{Need, Strength, Trigger};

/// "13 dead", "a wounded guard", "three miners were dead", "the two are missing".
pub(super) fn adjective(finder: &mut Finder<'_>, chunk: usize, token: usize, sense: &Trigger) {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some(found) = phrases.chunks.get(chunk) else { return };
    let alone = found.tokens.len() == 1;
    // "the dead man's wife" is another person.
    let owned = (token..found.tokens.end)
        .any(|mark| text.tokens.get(mark).is_some_and(|mark| mark.kind == TokenKind::Possessive));
    if owned && token != found.head {
        return;
    }
    if !alone {
        // "the dead", "the wounded" is no number; "dead end" is no victim.
        let last = token + 1 == found.tokens.end;
        let both = last.then(|| casualties(finder, chunk, sense.measure)).flatten();
        // "some of the sacked workers" rather tells what they did.
        let partitive = found.tokens.clone().any(|token| text.lower(token) == "of");
        if partitive && !matches!(sense.measure, "killed" | "injured") {
            return;
        }
        // "a dead heat" is nobody: a single one must be a person by its noun.
        let counts = phrases.noun(chunk).is_some_and(|group| group.quantity.is_some());
        let need = if counts || last { sense.need } else { Need::Person };
        // "supporters of the ousted president": who he is, told of before.
        if !counts && !last && text.lower(found.tokens.start) == "the" {
            return;
        }
        if let Some(found) = tally(finder, chunk, need, sense.number) {
            if sense.measure == "on_strike" && found.qualifier == "indefinite" && found.low == Some(2) {
                return;
            }
            let measure = both.unwrap_or(sense.measure);
            // "left two teachers and 16 pupils dead"
            let before = if last && counts { joined_before(finder, chunk) } else { None };
            let before = before.and_then(|before| tally(finder, before, sense.need, true));
            finder.add(&found, measure, String::new(), "", "counted adjective");
            whole(finder, chunk, measure);
            if let Some(before) = before {
                finder.add(&before, measure, String::new(), "", "counted adjective");
            }
        }
        return;
    }
    let mut verb = phrases.previous(chunk);
    // "with 12 still missing"
    while verb.is_some_and(|adverb| phrases.kind(adverb) == Some(ChunkKind::Adverb)) {
        verb = verb.and_then(|adverb| phrases.previous(adverb));
    }
    let Some(verb) = verb else { return };
    if phrases.noun(verb).is_some_and(|group| group.quantity.is_some()) {
        if let Some(found) = tally(finder, verb, sense.need, true) {
            finder.add(&found, sense.measure, String::new(), "", "adjective behind a number");
        }
    } else if phrases.verb(verb).is_some_and(|group| group.voice == Voice::Passive) || stays(finder, verb) {
        predicate(finder, verb, sense, "adjective behind a verb");
    }
}

/// The counted noun group that "and" joins to the one in `chunk`, if no adjective tells of it.
fn joined_before(finder: &Finder<'_>, chunk: usize) -> Option<usize> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let and = phrases.previous(chunk).filter(|and| phrases.is_word(text, *and, "and"))?;
    let before = phrases.previous(and)?;
    phrases.noun(before).filter(|group| group.quantity.is_some() && !group.bare)?;
    let untold = text.word(phrases.chunks.get(before)?.head).counting_adjective.is_empty();
    untold.then_some(before)
}

/// "on strike", "under arrest", behind a verb or behind what is counted.
pub(super) fn phrase(finder: &mut Finder<'_>, chunk: usize, strength: Strength) {
    let (phrases, text, words) = (&finder.reading.phrases, &finder.reading.text, finder.words);
    let Some(start) = phrases.chunks.get(chunk).map(|found| found.head) else { return };
    if !text.word(start).begins_counting_phrase {
        return;
    }
    let article = matches!(text.lower(start + 1), "a" | "an" | "the");
    let senses = words.phrase(text.lower(start), text.lower(start + 1 + usize::from(article)));
    for sense in senses.iter().filter(|sense| sense.strength == strength) {
        let mut before = phrases.previous(chunk);
        while before.is_some_and(|adverb| phrases.kind(adverb) == Some(ChunkKind::Adverb)) {
            before = before.and_then(|adverb| phrases.previous(adverb));
        }
        let Some(before) = before else { return };
        if phrases.verb(before).is_some() {
            if !stays(finder, before) {
                continue;
            }
            predicate(finder, before, sense, "phrase behind a verb");
        } else if phrases.noun(before).is_some() {
            let found: Vec<Tally> = phrases
                .subjects_from(before)
                .into_iter()
                .filter_map(|target| tally(finder, target, sense.need, sense.number))
                .collect();
            for tally in &found {
                finder.add(tally, sense.measure, String::new(), "", "phrase behind a noun");
            }
        }
    }
}

/// Whether `verb` says what its subject is, becomes or stays: "were", "remained", "lay".
fn stays(finder: &Finder<'_>, verb: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let head = phrases.chunks.get(verb).map_or("", |found| text.lower(found.head));
    phrases.verb(verb).is_some_and(|group| group.copula || STAYING.contains(&head))
}

/// Verbs behind which an adjective or "on strike" tells of their subject.
const STAYING: [&str; 24] = [
    "go",
    "goes",
    "went",
    "gone",
    "going",
    "remain",
    "remained",
    "remains",
    "remaining",
    "stay",
    "stays",
    "stayed",
    "kept",
    "held",
    "lie",
    "lies",
    "lay",
    "lain",
    "lying",
    "fell",
    "became",
    "feel",
    "stood",
    "stand",
];

/// What the subject of `verb` is said to be.
fn predicate(finder: &mut Finder<'_>, verb: usize, sense: &Trigger, rule: &'static str) {
    let phrases = &finder.reading.phrases;
    let tallies: Vec<Tally> = phrases
        .subject_of(verb)
        .map(|subject| phrases.subjects_from(subject))
        .unwrap_or_default()
        .into_iter()
        .filter_map(|target| tally(finder, target, sense.need, sense.number))
        .collect();
    for tally in &tallies {
        finder.add(tally, sense.measure, String::new(), "", rule);
    }
}

/// "100 dead and wounded": an adjective of the other kind, and no number before it.
fn casualties(finder: &Finder<'_>, chunk: usize, measure: &str) -> Option<&'static str> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let joined = phrases.next(chunk).filter(|next| phrases.kind(*next) == Some(ChunkKind::Conjunction))?;
    let other = phrases.next(joined)?;
    if phrases.verb(other).is_some() && phrases.object_of(other).is_some() {
        return None;
    }
    let other = phrases.chunks.get(other)?;
    let other = text.word(other.tokens.start).counting_adjective.first()?;
    let or = phrases.is_word(text, joined, "or");
    match (measure, other.measure) {
        ("killed", "injured") | ("injured", "killed") => Some("casualties"),
        // "over 7,000 dead or missing"
        ("killed", "missing") | ("missing", "killed") if or => Some("casualties"),
        _ => None,
    }
}
