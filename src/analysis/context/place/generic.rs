//! References to a place named before: "there", "the town", "in the square".

use crate::analysis::Reading;
use crate::analysis::text::{Text, TokenKind};
use crate::vocabulary::geography::{KnownPlace, PlaceClass};
use crate::vocabulary::grammar::WordClass;

use super::locative::{Location, Role};

/// How many places back a reference reaches.
const MEMORY: usize = 300;

/// Adds the references to `locations`, each with the words of the place that it means; the list stays in order.
pub fn add(reading: &Reading<'_>, locations: &mut Vec<Location>) {
    let text = &reading.text;
    let mut found = Vec::new();
    for token in 0..text.tokens.len() {
        let Some((start, class)) = reference(text, token) else { continue };
        let seen = locations.partition_point(|location| location.tokens.start < start);
        let before = locations.get(seen.saturating_sub(MEMORY)..seen).unwrap_or_default();
        let noun = text.lower(token);
        let Some(meant) = topic(text, before, token, class).or_else(|| meant(text, before, class, noun)) else {
            continue;
        };
        let Some(sentence) = text.tokens.get(token).map(|token| token.sentence) else { continue };
        found.push(Location { tokens: start..token + 1, sentence, role: Role::Referred, wide: false, ..meant.clone() });
    }
    locations.extend(found);
    locations.sort_by_key(|location| (location.tokens.start, location.role));
}

/// The place with which the sentence before begins, in the same paragraph: it is what "the town" speaks of.
fn topic<'l>(text: &Text<'_>, before: &'l [Location], token: usize, class: Option<PlaceClass>) -> Option<&'l Location> {
    let here = text.tokens.get(token)?.sentence;
    let above = text.sentences.get(here.checked_sub(1)?)?;
    let same_paragraph = text.sentences.get(here)?.paragraph == above.paragraph;
    let fits = |location: &&Location| {
        location.tokens.start == above.tokens.start && (location.class.is_none() || location.class == class)
    };
    let settlement = matches!(class, Some(PlaceClass::Settlement | PlaceClass::Region));
    before.iter().rev().find(fits).filter(|_| same_paragraph && settlement)
}

/// The reference whose last word is `token`: where it begins, and the class of place that it means.
fn reference(text: &Text<'_>, token: usize) -> Option<(usize, Option<PlaceClass>)> {
    let word = text.lower(token);
    if word == "there" {
        let existential = text.capitalised(token)
            || matches!(text.word(token + 1).class, Some(WordClass::Be | WordClass::Have | WordClass::Modal))
            || token
                .checked_sub(1)
                .is_some_and(|before| text.word(before).class == Some(WordClass::Be) && text.capitalised(before));
        return (!existential).then_some((token, None));
    }
    let noun = text.word(token).place_noun.filter(|_| !text.capitalised(token))?;
    let class = match word {
        "scene" | "site" | "area" | "capital" | "fire" | "sea" | "ocean" | "centre" | "center" | "building"
        | "complex" | "compound" | "headquarters" | "pass" => return None,
        _ if word.ends_with('s') && noun.class != PlaceClass::Site => return None,
        _ => noun.class,
    };
    let mut start = token.checked_sub(1)?;
    let mut words = 0;
    let counted = text.lower(token + 1) == "of"
        && (token + 2..token + 5).any(|at| text.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number));
    let owned = |word: &str| counted && matches!(word, "his" | "her" | "its" | "their" | "our");
    while !matches!(text.lower(start), "the" | "this" | "that") && !owned(text.lower(start)) {
        words += 1;
        let open = text.word(start).class.is_none() && !text.capitalised(start);
        if words > 1 || !open {
            return None;
        }
        start = start.checked_sub(1)?;
    }
    let preposition = start.checked_sub(1).map_or("", |before| text.lower(before));
    // "the town of Oyo" and "the town, Oyo" name their place themselves
    let named = text.lower(token + 1) == "of" && !counted
        || text.capitalised(token + 1)
        || text.raw(token + 1) == "," && text.capitalised(token + 2);
    let located = matches!(
        preposition,
        "in" | "at"
            | "near"
            | "outside"
            | "inside"
            | "around"
            | "across"
            | "throughout"
            | "on"
            | "through"
            | "into"
            | "from"
            | "of"
            | "within"
            | "to"
    );
    ((located || counted) && !named).then_some((start, Some(class)))
}

/// The last place of `class` in `before`; for "there" the last place where something happened.
fn meant<'l>(text: &Text<'_>, before: &'l [Location], class: Option<PlaceClass>, noun: &str) -> Option<&'l Location> {
    let Some(class) = class else {
        return before.iter().rev().find(|location| matches!(location.role, Role::Stated | Role::Referred));
    };
    let is_country = |location: &Location| location.known.is_some_and(KnownPlace::is_country);
    let of_class =
        |location: &&Location| location.class == Some(class) || class == PlaceClass::Country && is_country(location);
    // a place of unknown class may be a town or a region, but hardly a square or a country
    let may_be =
        |location: &&Location| location.class.is_none() && matches!(class, PlaceClass::Settlement | PlaceClass::Region);
    let stated = |location: &&Location| matches!(location.role, Role::Stated | Role::Referred);
    // "the city" is not the one brought in as "the suburb of X"
    let called_otherwise = |location: &Location| {
        let before = |back: usize| location.tokens.start.checked_sub(back);
        before(1).is_some_and(|of| text.lower(of) == "of")
            && before(2).is_some_and(|other| text.word(other).place_noun.is_some() && text.lower(other) != noun)
    };
    let last = |accept: &dyn Fn(&&Location) -> bool| {
        let found = |location: &&Location| location.role != Role::Aside && accept(location);
        let mut fitting = before.iter().rev().filter(found);
        let latest = fitting.next()?;
        if called_otherwise(latest) {
            fitting.find(|location| !called_otherwise(location)).or(Some(latest))
        } else {
            Some(latest)
        }
    };
    // "the province" is rather the one called so than a district
    let called = |location: &&Location| {
        location.role != Role::Referred
            && location.tokens.clone().next_back().is_some_and(|last| text.lower(last) == noun)
    };
    // "the plant" is the one that was said to stand "at X"
    let holds = |location: &&Location| {
        let before = |back: usize| location.tokens.start.checked_sub(back).map_or("", |token| text.lower(token));
        location.role == Role::Stated && matches!(before(1), "at" | "in" | "near" | "outside") && before(2) == noun
    };
    last(&called)
        .or_else(|| last(&holds))
        .or_else(|| last(&|location| of_class(location) && stated(location)))
        .or_else(|| last(&|location| may_be(location) && stated(location)))
        .or_else(|| last(&of_class))
        .or_else(|| last(&may_be))
}
