//! Runs of capitalised words, with the small words that join them.

use std::ops::Range;

use crate::analysis::text::{Text, TokenKind};
use crate::vocabulary::abbreviations::AbbreviationClass;
use crate::vocabulary::calendar::Sense;
use crate::vocabulary::{geography, name_words};

use super::case::{Capitals, begins, is_upper, is_word};

/// The most words that a name is read to have.
const LONGEST: usize = 14;

/// Small words inside names of people and places.
const PARTICLES: [&str; 24] = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "las", "los", "le", "el", "al", "bin", "bint",
    "ibn", "van", "von", "der", "den", "ul", "y",
];

/// Prepositions that with a capital join the words of a name: "Nurses Without Borders".
const JOINTS: [&str; 3] = ["without", "against", "sans"];

/// Second parts of compounds such as "London-based", which are no names.
const COMPOUNDED: [&str; 9] = ["led", "run", "born", "held", "style", "wide", "made", "era", "like"];

/// Whether the word tells of a day or a season of the year and so begins no name.
fn is_calendar(text: &Text<'_>, token: usize) -> bool {
    let day_or_month = |sense: &Sense| matches!(sense, Sense::Weekday(_) | Sense::Month(_));
    text.word(token).calendar.iter().any(day_or_month)
        || matches!(text.lower(token), "christmas" | "easter" | "ramadan")
}

/// Finds the runs in the sentence of `tokens`, in order.
pub fn find(text: &Text<'_>, capitals: &Capitals<'_>, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        if starts(text, capitals, at, &tokens) {
            let end = end_of(text, at, tokens.end);
            runs.push(at..end);
            at = end;
        } else {
            at += 1;
        }
    }
    runs
}

/// Whether a name may begin at `token`.
fn starts(text: &Text<'_>, capitals: &Capitals<'_>, token: usize, sentence: &Range<usize>) -> bool {
    if !is_capital(text, token) || text.raw(token) == "I" {
        return false;
    }
    let word = text.lower(token);
    if known_place(text, token, sentence.end).is_some() {
        return true;
    }
    if text.word(token).class.is_some() && !is_upper(text.raw(token)) {
        return false;
    }
    if !begins(text, token, sentence.start) {
        return true;
    }
    // the first word of a sentence has its capital anyway: it takes something else to make it a name
    let small = capitals.is_small(word);
    if text.word(token).title.is_some() || text.word(token).demonym.is_some() {
        return is_capital(text, token + 1) || is_abbreviated_title(text, token);
    }
    let next = token + 1;
    let company = next < sentence.end
        && is_capital(text, next)
        && (text.word(next).class.is_none() || JOINTS.contains(&text.lower(next)) && is_capital(text, next + 1));
    let possessive = text.tokens.get(next).is_some_and(|next| next.kind == TokenKind::Possessive);
    let mark = text.raw(next);
    capitals.is_large(word) && !small
        || is_upper(text.raw(token)) && word.len() < 7 && !small
        || text.word(token).is_given_name && (company || !small)
        || company && !small && !word.ends_with("ing") && !word.ends_with("ly")
        || (possessive || matches!(mark, "," | "(")) && !small && !plain_opening(word)
}

/// Words that open sentences before a comma and are no names.
fn plain_opening(word: &str) -> bool {
    word.ends_with("ly")
        || word.ends_with("ing")
        || word.ends_with("ed")
        || matches!(
            word,
            "today" | "yesterday" | "meanwhile" | "however" | "instead" | "nevertheless" | "still" | "besides"
        )
}

/// Where the run that begins at `start` ends.
fn end_of(text: &Text<'_>, start: usize, limit: usize) -> usize {
    let mut end = known_place(text, start, limit).unwrap_or(start + 1);
    loop {
        if end > start + LONGEST {
            return end;
        }
        let last = end - 1;
        end = if end < limit && is_capital(text, end) && continues(text, end) {
            known_place(text, end, limit).unwrap_or(end + 1)
        } else if text.raw(end) == "." && end + 1 < limit && is_capital(text, end + 1) && takes_stop(text, last) {
            end + 2
        } else if let Some(next) = owned_site(text, start, end).filter(|next| *next < limit) {
            next + 1
        } else if let Some(next) = joined(text, start, end, limit) {
            next + 1
        } else {
            return end;
        };
        end = end.min(limit);
    }
}

fn continues(text: &Text<'_>, token: usize) -> bool {
    let word = text.lower(token);
    text.raw(token) != "I"
        && !is_calendar(text, token)
        && (text.word(token).class.is_none() || PARTICLES.contains(&word))
}

/// Whether a stop behind `token` belongs to it: an initial, or a shortened title.
fn takes_stop(text: &Text<'_>, token: usize) -> bool {
    text.raw(token).chars().count() == 1 || is_abbreviated_title(text, token)
}

fn is_abbreviated_title(text: &Text<'_>, token: usize) -> bool {
    text.raw(token + 1) == "." && text.word(token).abbreviation == Some(AbbreviationClass::Title)
}

/// The generic noun that ends a name with a possessive in it: "Martyrs' Square", "Keth Children's Hospital". What a
/// well-known place owns has no such name.
fn owned_site(text: &Text<'_>, start: usize, end: usize) -> Option<usize> {
    text.tokens.get(end).filter(|token| token.kind == TokenKind::Possessive)?;
    let site = text
        .word(end + 1)
        .place_noun
        .is_some_and(|noun| matches!(noun.class, geography::PlaceClass::Site | geography::PlaceClass::Street));
    (site && is_capital(text, end + 1) && known_place(text, start, end) != Some(end)).then_some(end + 1)
}

/// The capitalised word that small words at `end` join to the run `start..end`.
fn joined(text: &Text<'_>, start: usize, end: usize, limit: usize) -> Option<usize> {
    let mut next = end;
    let word = text.lower(next);
    let allowed = match word {
        "of" | "for" => heads_name(text, start, end),
        // a list of what a body is for, or the second noun of a place
        "and" => {
            (start..end).any(|token| matches!(text.lower(token), "of" | "for")) && heads_name(text, start, start + 1)
                || [end.saturating_sub(1), end + 1].iter().all(|side| is_site(text, *side))
        }
        "&" => true,
        joint if JOINTS.contains(&joint) => is_capital(text, end),
        word => PARTICLES.contains(&word),
    };
    if !allowed {
        return None;
    }
    next += 1;
    while next < limit
        && (PARTICLES.contains(&text.lower(next)) || matches!(word, "of" | "for") && text.lower(next) == "the")
    {
        next += 1;
    }
    (next < limit && is_capital(text, next) && continues(text, next)).then_some(next)
}

/// Whether a word of `start..end` may be followed by "of" and a name that belongs to it: "Ministry of", "Gulf of".
fn heads_name(text: &Text<'_>, start: usize, end: usize) -> bool {
    let Some(head) = end.checked_sub(1).filter(|head| *head >= start) else { return false };
    let word = text.lower(head);
    let body = name_words::get().ends_body(word, 2);
    body || is_place_noun(text, head) || (start..end).any(|token| name_words::get().ends_body(text.lower(token), 1))
}

fn is_site(text: &Text<'_>, token: usize) -> bool {
    let noun = text.word(token).place_noun;
    noun.is_some_and(|noun| noun.class == geography::PlaceClass::Site) && is_capital(text, token)
}

fn is_place_noun(text: &Text<'_>, token: usize) -> bool {
    text.word(token).place_noun.is_some() && is_capital(text, token)
}

/// The end of the known place that begins at `token`, all its longer words capitalised.
pub fn known_place(text: &Text<'_>, token: usize, limit: usize) -> Option<usize> {
    if token >= limit || !text.word(token).begins_place || !is_capital(text, token) {
        return None;
    }
    let word_at = |at: usize| if token + at < limit { text.lower(token + at) } else { "" };
    let (_, words) = geography::get().longest_place(word_at)?;
    let capital = |token: usize| {
        !is_word(text, token)
            || is_capital(text, token)
            || matches!(text.lower(token), "and" | "of" | "the")
            || PARTICLES.contains(&text.lower(token))
    };
    // "us" is a pronoun, "US" is a country
    let pronoun = words == 1 && text.lower(token) == "us" && !is_upper(text.raw(token));
    (!pronoun && (token..token + words).all(capital)).then_some(token + words)
}

/// Whether `token` is a word with a capital that may be part of a name.
pub fn is_capital(text: &Text<'_>, token: usize) -> bool {
    if !is_word(text, token) || !text.capitalised(token) {
        return false;
    }
    let word = text.lower(token);
    let calendar = is_calendar(text, token)
        || matches!(text.word(token).abbreviation, Some(AbbreviationClass::Month | AbbreviationClass::Weekday));
    // Most words have neither a hyphen nor an apostrophe.
    if calendar || text.tokens.get(token).is_some_and(|token| token.letters) {
        return !calendar;
    }
    let compound =
        word.rsplit_once('-').is_some_and(|(_, second)| second.ends_with("ed") || COMPOUNDED.contains(&second));
    !compound && !word.contains("n't") && !word.contains("n’t")
}

/// The end of the demonym of one or two words that begins at `token`.
pub fn demonym(text: &Text<'_>, token: usize, limit: usize) -> Option<usize> {
    let geography = geography::get();
    let two = |end: usize| geography.demonym(text.lower_span(text.span(token..end))).is_some();
    if token + 2 <= limit && two(token + 2) {
        Some(token + 2)
    } else {
        (token < limit && text.word(token).demonym.is_some()).then_some(token + 1)
    }
}
