//! What stands around a name tells that it is a place nobody has listed: a generic noun, a part of a place before "of", a
//! siege, a dateline, the first word of the name itself.

use std::ops::Range;

use crate::analysis::text::{Text, TokenKind};
use crate::vocabulary::geography::{self, PlaceClass};
use crate::vocabulary::grammar::{self, WordClass};
use crate::vocabulary::place_words::{self, PlaceWord};
use crate::vocabulary::titles;

use super::case::{is_upper, is_word};

/// Whether a preposition of place stands before the name at `start`, words such as "the", "nearby" and "northern" between.
pub fn behind_preposition<'t>(text: &'t Text<'_>, start: usize) -> Option<&'t str> {
    let sentence = text.tokens.get(start)?.sentence;
    let mut token = start;
    for _ in 0..4 {
        token =
            token.checked_sub(1).filter(|at| text.tokens.get(*at).is_some_and(|token| token.sentence == sentence))?;
        let word = text.lower(token);
        if place_words::is(word, PlaceWord::Locative) {
            return Some(word);
        }
        if word != "the" && !describes_place(word) {
            return None;
        }
    }
    None
}

/// Adjectives that stand before the names of places: "nearby", "northern", "rebel-held".
fn describes_place(word: &str) -> bool {
    let tail = word.rsplit_once('-').map_or("", |(_, tail)| tail);
    place_words::is(word, PlaceWord::Describes)
        || word.ends_with("ern") && !matches!(word, "modern" | "stern")
        || matches!(tail, "held" | "controlled" | "occupied" | "run" | "hit" | "stricken" | "torn" | "ruled" | "rich")
}

/// How surely the words around `name` make it a place, and of which class. `given` tells that it begins like a person's.
pub fn evidence(text: &Text<'_>, name: &Range<usize>, given: bool) -> Option<(u8, Option<PlaceClass>)> {
    let word_before = |back: usize| name.start.checked_sub(back).map_or("", |token| text.lower(token));
    if opens_dateline(text, name) {
        return Some((3, None));
    }
    if is_upper(text.raw(name.start)) && text.raw(name.start).len() < 6 {
        return None;
    }
    if let Some(class) = noun_after(text, name.end).filter(|_| !given) {
        // "the X mine" is a site, X itself need be none
        let spot = matches!(class, PlaceClass::Site | PlaceClass::Street);
        return Some((2, Some(class).filter(|_| !spot)));
    }
    // "the lessons of X, where dozens died"
    if !given && text.raw(name.end) == "," && text.lower(name.end + 1) == "where" {
        return Some((2, None));
    }
    let title = titles::get().is_title(word_before(1));
    if given || title {
        return None;
    }
    if word_before(1) == "of"
        && (place_words::is_part(word_before(2)) || place_words::is(word_before(2), PlaceWord::OfPlace))
    {
        return Some((2, None));
    }
    // "struck eastern Velm"
    let before = name.start.checked_sub(1);
    if before
        .is_some_and(|before| place_words::is(text.lower(before), PlaceWord::Direction) && !text.capitalised(before))
    {
        return Some((2, None));
    }
    if matches!(word_before(1), "called" | "named") && geography::get().noun(word_before(2)).is_some() {
        return Some((3, geography::get().noun(word_before(2)).map(|noun| noun.class)));
    }
    // "the regional capital, Nokwe,"
    if word_before(1) == ","
        && name.len() < 3
        && let Some(noun) = geography::get().noun(word_before(2)).filter(|noun| noun.class == PlaceClass::Settlement)
        && matches!(text.raw(name.end), "," | "." | ";")
    {
        return Some((2, Some(noun.class)));
    }
    if owns_place_noun(text, name.end)
        || matches!(text.lower(name.end), "police" | "residents" | "villagers" | "townspeople")
    {
        return Some((2, None));
    }
    if object_of_assault(text, name.start) {
        return Some((1, None));
    }
    let long = text.lower(name.end.saturating_sub(1));
    let shaped = name.len() > 1 && place_words::is(text.lower(name.start), PlaceWord::First)
        || name.len() == 1 && long.len() > 6 && place_words::ends_like_settlement(long);
    shaped.then_some((1, None))
}

/// The class of the generic noun with a small letter behind the name: "Tulu bridge", "Velm coal mine".
fn noun_after(text: &Text<'_>, end: usize) -> Option<PlaceClass> {
    let noun = |token: usize| {
        let word = text.lower(token);
        geography::get()
            .noun(word)
            .filter(|_| {
                is_word(text, token) && !text.capitalised(token) && !matches!(word, "state" | "country" | "nation")
            })
            .map(|noun| noun.class)
            .filter(|class| *class != PlaceClass::Country)
    };
    let open = |token: usize| {
        let word = text.lower(token);
        is_word(text, token)
            && !text.capitalised(token)
            && grammar::get().class(word).is_none()
            && !grammar::get().verb(word).past
            && !titles::get().is_title(word)
    };
    let spot = |class: &PlaceClass| matches!(class, PlaceClass::Site | PlaceClass::Street);
    noun(end)
        .or_else(|| noun(end + 1).filter(|class| open(end) && spot(class)))
        .or_else(|| noun(end + 2).filter(|class| open(end) && open(end + 1) && spot(class)))
}

/// "X's main market".
fn owns_place_noun(text: &Text<'_>, end: usize) -> bool {
    text.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Possessive)
        && (end + 1..end + 4)
            .take_while(|token| is_word(text, *token) && !text.capitalised(*token))
            .any(|token| place_words::is(text.lower(token), PlaceWord::Owned))
}

/// "shelled X", "overran X": what an army does to a place.
fn object_of_assault(text: &Text<'_>, start: usize) -> bool {
    let word = start.checked_sub(1).map_or("", |before| text.lower(before));
    place_words::is(word, PlaceWord::Assault)
}

/// Whether the name heads a paragraph before a dash, a bracket or a date: "VELM, May 3 (Newsline) -".
fn opens_dateline(text: &Text<'_>, name: &Range<usize>) -> bool {
    let Some(number) = text.tokens.get(name.start).map(|token| token.sentence) else { return false };
    let Some(sentence) = text.sentences.get(number) else { return false };
    let opens =
        number == 0 || text.sentences.get(number - 1).is_some_and(|before| before.paragraph != sentence.paragraph);
    if !opens || sentence.tokens.start != name.start {
        return false;
    }
    let dash = |token: usize| text.raw(token).starts_with(['-', '–', '—']);
    if !matches!(text.raw(name.end), "," | "(" | "/") && !dash(name.end) {
        return false;
    }
    let upper = name.clone().all(|token| !is_word(text, token) || is_upper(text.raw(token)));
    let head = (name.end..name.end + 14).take_while(|token| *token < text.tokens.len());
    let mut names_only = head.take_while(|token| {
        dash(*token) || !is_word(text, *token) || text.capitalised(*token) || text.lower(*token) == "via"
    });
    let dashed = names_only.any(dash);
    let dated = sentence.tokens.len() < 9
        && sentence
            .tokens
            .clone()
            .any(|token| text.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Number));
    dashed && (upper || dash(name.end) || text.raw(name.end) == "(" || dated) || dated && text.raw(name.end) == ","
}

/// Whether somebody is said to work "at" what follows: a body, and no place.
pub fn works_at(text: &Text<'_>, at: usize) -> bool {
    let word = at.checked_sub(1).map_or("", |before| text.lower(before));
    let inner_capital = |token: usize| {
        text.raw(token).chars().zip(text.raw(token).chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase())
    };
    titles::get().is_title(word)
        || inner_capital(at + 1)
        || word.starts_with("work")
        || matches!(
            word,
            "job"
                | "jobs"
                | "employed"
                | "executive"
                | "fellow"
                | "lecturer"
                | "expert"
                | "specialist"
                | "scholar"
                | "analysts"
                | "economists"
                | "executives"
                | "employees"
                | "employee"
                | "staff"
                | "managers"
                | "aimed"
                | "directed"
                | "angry"
                | "anger"
                | "looking"
                | "sources"
        )
        || grammar::get().class(word) == Some(WordClass::Preposition)
}
