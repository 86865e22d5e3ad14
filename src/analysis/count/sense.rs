//! Whether a trigger verb has one of its senses where it stands: by what follows it, by who does it, by negation.

use super::Finder;
use crate::vocabulary::counting::{Counted, Trigger};

/// What the word at `token` says of people as an adjective or as a participle that stands for a clause: "the dead",
/// "those rescued", "among those held".
pub(super) fn said_of(finder: &Finder<'_>, token: usize) -> Option<&'static Trigger> {
    let word = finder.reading.text.word(token);
    let undergone =
        |sense: &&Trigger| sense.counted == Counted::Object && sense.with.is_empty() && !sense.negated && !sense.gerund;
    let participle = || word.counting_verb.iter().filter(|_| word.verb.participle).find(undergone);
    word.counting_adjective.first().or_else(participle)
}

pub(super) fn stands(finder: &Finder<'_>, head: usize, sense: &Trigger) -> bool {
    let text = &finder.reading.text;
    if sense.gerund && !text.lower(head).ends_with("ing") {
        return false;
    }
    if sense.by_forces && !done_by_forces(finder, head) {
        return false;
    }
    if sense.transitive
        && finder.reading.phrases.chunk_at(head).and_then(|verb| finder.reading.phrases.object_of(verb)).is_none()
    {
        return false;
    }
    if sense.negated && !is_negated(finder, head) {
        return false;
    }
    // "held to account", "held responsible"
    let next = text.lower(head + 1);
    let next = if next == "to" { text.lower(head + 2) } else { next };
    if sense.without.iter().any(|without| without == next) {
        return false;
    }
    let sentence = text.tokens.get(head).map(|token| token.sentence);
    if sense.with.is_empty() {
        return true;
    }
    let mut left = REACH;
    let mut token = head + 1;
    let quantities = &finder.reading.quantities;
    let mut number = quantities.partition_point(|number| number.tokens.end <= token);
    while left > 0 && text.tokens.get(token).map(|token| token.sentence) == sentence {
        let word = text.lower(token);
        if sense.with.iter().any(|with| with == word) {
            return true;
        }
        token += 1;
        // A number of many words is one.
        while quantities.get(number).is_some_and(|number| number.tokens.end <= token) {
            number += 1;
        }
        let inside = quantities.get(number).is_some_and(|number| number.tokens.start < token);
        left -= usize::from(!inside);
        // "took four managers, including the chief engineer, into custody": an aside does not count.
        if word == "," && matches!(text.lower(token), "including" | "among" | "aged") {
            token = (token..token + ASIDE).find(|token| text.lower(*token) == ",").map_or(token, |comma| comma + 1);
        }
    }
    false
}

/// "did not survive", "neither of them survived".
fn is_negated(finder: &Finder<'_>, head: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some(verb) = phrases.chunk_at(head) else { return false };
    let neither = || {
        let subject = phrases.subject_of(verb).map(|subject| phrases.subjects_from(subject)).unwrap_or_default();
        let first = subject.first().and_then(|first| phrases.chunks.get(*first));
        first.is_some_and(|first| text.lower(first.tokens.start) == "neither")
            || subject
                .first()
                .and_then(|first| phrases.previous(*first))
                .is_some_and(|before| phrases.is_word(text, before, "neither"))
    };
    phrases.verb(verb).is_some_and(|verb| verb.negated) || neither()
}

/// Whether the subject of an active verb, or the agent of a passive, is police or troops; where a passive names no agent,
/// whether they were spoken of in its sentence or the one before.
fn done_by_forces(finder: &Finder<'_>, head: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some(verb) = phrases.chunk_at(head) else { return false };
    if !phrases.is_passive(text, verb) {
        return phrases.subject_of(verb).is_some_and(|doer| is_armed(finder, doer));
    }
    if let Some(agent) = phrases.agent_of(text, verb) {
        return is_armed(finder, agent);
    }
    let sentence = phrases.chunks.get(verb).map_or(0, |chunk| chunk.sentence);
    let rescued = phrases.next(verb).into_iter().chain(phrases.next(verb).and_then(|next| phrases.next(next)));
    let from = |chunk: usize| phrases.is_word(text, chunk, "from") || phrases.is_word(text, chunk, "by");
    !rescued.into_iter().any(from)
        && (0..verb)
            .rev()
            .take_while(|before| phrases.chunks.get(*before).is_some_and(|chunk| chunk.sentence + 1 >= sentence))
            .any(|before| phrases.noun(before).is_some() && is_armed(finder, before))
}

pub(super) fn is_armed(finder: &Finder<'_>, chunk: usize) -> bool {
    let found = finder.reading.phrases.chunks.get(chunk);
    let known = found.and_then(|found| finder.reading.text.word(found.head).group);
    known.is_some_and(|known| matches!(known.class, "police" | "soldiers" | "forces"))
}

/// How many tokens behind a verb its particle or completing word may stand.
const REACH: usize = 7;

/// How many tokens an aside between a verb and its completing word may have.
const ASIDE: usize = 12;
