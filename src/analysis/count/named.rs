//! Victims told one by one: "The dead were a nurse and two cooks", "Also hurt was Ona Brisk", "They were named as …".
//!
//! Who stands in such a list is what the noun before it says: dead, hurt, held. A number or "they" stands for those who
//! were counted shortly before.

use super::counted::tally;
use super::sense::said_of;
use super::{Finder, RECENT};
use crate::analysis::phrase::ChunkKind;
use crate::vocabulary::counting::Need;

/// Measures whose people are told by name.
const TOLD_BY_NAME: [&str; 5] = ["killed", "injured", "detained", "missing", "dismissed"];

/// Finds those who are told one by one.
pub(super) fn find(finder: &mut Finder<'_>) {
    for &verb in &finder.reading.phrases.verbs {
        // Whose names become known are those who were counted before; only a number says something new.
        let identified = named(finder, verb).map(|named| (named, true));
        let told =
            identified.or_else(|| equated(finder, verb).or_else(|| included(finder, verb)).map(|told| (told, false)));
        let Some(((measure, first), number)) = told else { continue };
        for member in finder.reading.phrases.objects_from(first) {
            if let Some(found) = tally(finder, member, Need::Person, number).filter(|found| found.qualifier == "exact")
            {
                finder.add(&found, measure, String::new(), "", "victim told by name");
            }
        }
    }
}

/// "police named the dead as …", "they were identified as …": the measure, and the first of the list.
fn named(finder: &Finder<'_>, verb: usize) -> Option<(&'static str, usize)> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let head = phrases.chunks.get(verb)?.head;
    if !matches!(text.lower(head), "named" | "identified" | "names" | "identifies" | "listed") {
        return None;
    }
    let whole = if phrases.is_passive(text, verb) { phrases.subject_of(verb) } else { phrases.object_of(verb) }?;
    let mut at = verb.max(whole);
    while !phrases.is_word(text, at, "as") {
        at = phrases.next(at).filter(|next| phrases.verb(*next).is_none())?;
    }
    let first = phrases.next(at).filter(|first| phrases.noun(*first).is_some())?;
    Some((measure_of(finder, whole)?, first))
}

/// "They include two nurses and the porter Ona Brisk."
fn included(finder: &Finder<'_>, verb: usize) -> Option<(&'static str, usize)> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    if !text.lower(phrases.chunks.get(verb)?.head).starts_with("includ") {
        return None;
    }
    let them = phrases.previous(verb).filter(|them| phrases.noun(*them).is_some_and(|group| group.pronoun))?;
    Some((measure_of(finder, them)?, phrases.object_of(verb)?))
}

/// "those killed were two nurses and a cook", "also hurt was a cook".
fn equated(finder: &Finder<'_>, verb: usize) -> Option<(&'static str, usize)> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    phrases.verb(verb).filter(|verb| verb.copula && !verb.negated)?;
    let first = phrases.next(verb).filter(|first| phrases.noun(*first).is_some_and(|group| !group.pronoun))?;
    let before = phrases.previous(verb)?;
    let found = phrases.chunks.get(before)?;
    // "Killed were …": the participle alone opens the sentence.
    let opens = phrases.previous(before).is_none_or(|adverb| {
        matches!(phrases.kind(adverb), Some(ChunkKind::Adverb)) && phrases.previous(adverb).is_none()
    });
    let alone =
        (found.tokens.start..found.tokens.end).all(|token| token == found.head || matches!(text.lower(token), "also"));
    if opens && alone && !text.word(found.head).counting_adjective.is_empty() {
        return Some((text.word(found.head).counting_adjective.first()?.measure, first));
    }
    let determined = matches!(text.lower(found.tokens.start), "the" | "those");
    let counted = phrases.noun(before).is_some_and(|group| group.quantity.is_some());
    if !determined || counted || text.lower(found.head) == "victim" {
        return None;
    }
    Some((measure_of(finder, before)?, first))
}

/// What is told of the people in `chunk`: "the dead", "those arrested", "the victims"; "they" and "the two men" by what
/// was counted before.
fn measure_of(finder: &Finder<'_>, chunk: usize) -> Option<&'static str> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let (group, found) = phrases.noun(chunk).zip(phrases.chunks.get(chunk))?;
    let told = |measure: &str| TOLD_BY_NAME.contains(&measure);
    if let Some(sense) = said_of(finder, found.tokens.end - 1) {
        return Some(sense.measure).filter(|measure| told(measure));
    }
    if let Some(sense) =
        text.word(found.tokens.end - 1).counting_noun.first().filter(|sense| sense.measure == "casualties")
    {
        return Some(super::nominal::victims(finder, chunk, sense.measure)).filter(|measure| told(measure));
    }
    let number =
        group.quantity.and_then(|quantity| finder.reading.quantities.get(quantity)).and_then(|found| found.low);
    let last = text.lower(found.tokens.end - 1);
    let many = matches!(last, "they" | "them" | "men" | "women" | "pair" | "suspects" | "people") || number.is_some();
    if !many {
        return None;
    }
    let near = finder.chunks.iter().zip(&finder.claims).filter(|(other, claim)| {
        let recent = phrases
            .chunks
            .get(**other)
            .is_some_and(|other| other.sentence <= found.sentence && other.sentence + RECENT >= found.sentence);
        recent
            && **other < chunk
            && told(claim.measure)
            && claim.low != Some(1)
            && number.is_none_or(|number| claim.low == Some(number as i64))
    });
    near.max_by_key(|(other, _)| **other).map(|(_, claim)| claim.measure)
}
