//! How far the words of a place reach beyond its name, and what the bare name is: "central Jos", "Oyo state".

use std::ops::Range;

use crate::analysis::text::{Text, TokenKind};
use crate::vocabulary::geography::{self, PlaceClass};

use crate::vocabulary::place_words::{self, PlaceWord};

use super::neighbour::is_noun_phrase;

/// The name without the administrative nouns in it.
pub fn bare(text: &Text<'_>, tokens: Range<usize>) -> String {
    let geography = geography::get();
    let generic = |token: &usize| text.word(*token).place_noun.is_some_and(geography::PlaceNoun::is_administrative);
    let mut kept = tokens.clone();
    if tokens.len() > 1
        && tokens.clone().next_back().is_some_and(|last| generic(&last))
        && geography.place(text.lower_span(text.span(tokens.clone()))).is_none()
    {
        kept.end -= 1;
    }
    text.span(kept).on_one_line(text.source).into_owned()
}

/// Whether the word before a name belongs to its wording.
fn is_direction(word: &str) -> bool {
    place_words::is(word, PlaceWord::Direction) || place_words::is(word, PlaceWord::Compass)
}

/// The name with a direction before it and a generic noun behind it.
pub fn with_direction_and_noun(text: &Text<'_>, name: &Range<usize>) -> Range<usize> {
    let before = name.start.checked_sub(1).filter(|before| is_direction(text.lower(*before)));
    let start = before.unwrap_or(name.start);
    start..noun_behind(text, name).map(|(end, _)| end).or_else(|| part_behind(text, name)).unwrap_or(name.end)
}

/// Where the part of a town that its name owns ends: "Velm's north end", "Velm's main market".
fn part_behind(text: &Text<'_>, name: &Range<usize>) -> Option<usize> {
    let geography = geography::get();
    let known = geography.place(text.lower_span(text.span(name.clone())));
    text.tokens.get(name.end).filter(|token| token.kind == TokenKind::Possessive)?;
    if known.is_some_and(|place| place.class >= PlaceClass::Region) {
        return None;
    }
    let local = |class: PlaceClass| matches!(class, PlaceClass::Settlement | PlaceClass::Street);
    let part = |token: usize| {
        let word = text.lower(token);
        matches!(word, "end" | "side" | "outskirts" | "suburbs" | "waterfront" | "seafront" | "centre" | "center")
            || geography.noun(word).is_some_and(|noun| local(noun.class))
    };
    (name.end + 1..name.end + 4)
        .take_while(|token| is_noun_phrase(text, *token) && !text.capitalised(*token))
        .find(|token| part(*token))
        .map(|token| token + 1)
}

/// The generic noun with a small letter behind a name, where it ends and its class: "Oyo state", "Camp Velm army base". A
/// site in a well-known place is another place: "a Lagos hotel".
pub fn noun_behind(text: &Text<'_>, name: &Range<usize>) -> Option<(usize, PlaceClass)> {
    let geography = geography::get();
    let noun = |token: usize| text.word(token).place_noun.filter(|_| !text.capitalised(token)).map(|noun| noun.class);
    let spot = |class: PlaceClass| matches!(class, PlaceClass::Site | PlaceClass::Street);
    let known = geography.place(text.lower_span(text.span(name.clone()))).is_some();
    // "the Velm district hospital" is the hospital
    let two = || Some((name.end + 2, noun(name.end + 1).filter(|class| *class == PlaceClass::Site)?));
    let here = noun(name.end).map(|class| two().unwrap_or((name.end + 1, class)));
    let open = |token: usize| {
        let forms = text.word(token).verb;
        is_noun_phrase(text, token) && !text.capitalised(token) && !forms.gerund && !forms.past
    };
    let next = || {
        let words =
            (1..3).find(|words| noun(name.end + words).is_some_and(spot) && (name.end..name.end + words).all(open))?;
        Some((name.end + words + 1, noun(name.end + words)?))
    };
    here.or_else(next).filter(|(_, class)| !(known && spot(*class)))
}
