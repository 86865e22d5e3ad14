//! Places that only tell where another place lies.

use std::ops::Range;

use crate::analysis::name::NamedSpan;
use crate::analysis::text::{Text, TokenKind};
use crate::vocabulary::geography::{self, PlaceClass, PlaceNoun};
use crate::vocabulary::grammar::WordClass;
use crate::vocabulary::place_words::{self, PlaceWord};

use super::locative::{Location, Role};
use super::neighbour::{is_noun_phrase, tells_time};

/// Whether the place only tells where another lies: "X, Kenya", "X, located in Kenya", "Kenya's Rift Valley", "the Kenyan
/// town of X".
pub fn contained(text: &Text<'_>, tokens: &Range<usize>, place: &NamedSpan, last: Option<&Location>) -> bool {
    let behind_comma = last.is_some_and(|last| {
        let comma =
            text.raw(last.tokens.end) == "," && last.tokens.end + 1 == tokens.start && last.role <= Role::Dateline;
        let wider = place.class >= Some(PlaceClass::Region) && last.class < place.class;
        let chained = || text.raw(tokens.end) == "," && is_known_place(text, tokens.end + 1);
        comma && (wider || chained())
    });
    let sentence = text.tokens.get(tokens.start).map(|token| token.sentence);
    let located = last.is_some_and(|last| {
        let gap = last.tokens.end..tokens.start;
        let says = |words: &[&str]| gap.clone().any(|token| words.contains(&text.lower(token)));
        // "X, some 60 miles south of Y"
        let distance = last.class != Some(PlaceClass::Feature) && !gap.is_empty() && is_at_distance(text, gap.end - 1);
        gap.len() < 14 && says(&["located", "situated", "lying", "perched"])
            || gap.len() < 24 && text.tokens.get(gap.start).map(|token| token.sentence) == sentence && distance
    });
    let owner = text.tokens.get(tokens.end).is_some_and(|token| token.kind == TokenKind::Possessive)
        && (tokens.end + 1..tokens.end + 6)
            .take_while(|token| is_noun_phrase(text, *token) && !tells_time(text.lower(*token)))
            .any(|token| text.capitalised(token));
    let of_town = (place.tokens.end..place.tokens.end + 3)
        .take_while(|token| text.word(*token).place_noun.is_some_and(is_town) && !text.capitalised(*token))
        .any(|token| text.lower(token + 1) == "of" && text.capitalised(token + 2));
    behind_comma
        || located
        || owner
        || of_town
        || last.is_some_and(|last| surrounds(text, tokens, place, last) || describes(text, tokens, last))
}

/// Whether the words up to `of` tell a way from one place to another: "some 60 miles south of", "a short drive from".
pub fn is_at_distance(text: &Text<'_>, of: usize) -> bool {
    matches!(text.lower(of), "of" | "from" | "off" | "above" | "below" | "outside")
        && (of.saturating_sub(6)..of)
            .rev()
            .take_while(|token| text.raw(*token) != ",")
            .any(|token| is_distance(text.lower(token)))
}

fn is_distance(word: &str) -> bool {
    place_words::is(word, PlaceWord::Distance) || place_words::is(word, PlaceWord::Compass)
}

/// "the Oyo town of X": X is the town; "the Oyo district of X" is a part of X.
fn is_town(noun: &PlaceNoun) -> bool {
    noun.class == PlaceClass::Settlement && (noun.is_administrative() || noun.is("capital") || noun.is("suburb"))
}

/// "the Velm district of X", "Velm prison in X": the generic noun before "of" makes the first a part of the second.
fn is_part_of(text: &Text<'_>, gap: &Range<usize>, last: &Location) -> bool {
    let noun = text.word(last.tokens.end.saturating_sub(1)).place_noun;
    gap.len() == 1 && text.lower(gap.start) == "of" && noun.is_some() && last.tokens.len() > 1
}

/// "at the Grand Hotel in the city of X": the second only tells where the first one lies.
fn surrounds(text: &Text<'_>, tokens: &Range<usize>, place: &NamedSpan, last: &Location) -> bool {
    let gap = last.tokens.end..tokens.start;
    let first = gap.start + usize::from(text.raw(gap.start) == ",");
    let joins = matches!(text.lower(first), "in" | "near" | "outside") && gap.len() < 7 && first < gap.end;
    let only_noun_phrase = gap
        .clone()
        .skip(first + 1 - gap.start)
        .all(|token| is_noun_phrase(text, token) || matches!(text.lower(token), "of" | "the" | "a"));
    let wider = matches!(last.class, Some(PlaceClass::Site | PlaceClass::Street))
        || place.class >= Some(PlaceClass::Region) && last.class < place.class
        || last.class == Some(PlaceClass::Settlement)
            && text.word(last.tokens.end.saturating_sub(1)).place_noun.is_some_and(|noun| !noun.is_administrative())
            && !matches!(place.class, Some(PlaceClass::Site | PlaceClass::Street))
        || text.raw(gap.start) == "," && is_known_place(text, tokens.end + 1);
    // "off Keth in Oro"
    let directly = gap.len() == 1 && text.lower(gap.start) == "in" && last.class == Some(PlaceClass::Settlement);
    last.role <= Role::Dateline && (joins && only_noun_phrase && (wider || directly) || is_part_of(text, &gap, last))
}

/// Whether the place that ends the words is the town in which a site stands: "the Grand Hotel in X", "Herrin Square, X".
pub fn stands_in(text: &Text<'_>, site: &Location, tokens: &Range<usize>, place: &NamedSpan) -> bool {
    let gap = site.tokens.end..tokens.start;
    let joint = gap.clone().filter(|token| text.raw(*token) != ",").count();
    let small = matches!(site.class, Some(PlaceClass::Site | PlaceClass::Street)) || is_part_of(text, &gap, site);
    small
        && matches!(place.class, None | Some(PlaceClass::Settlement))
        && site.tokens.start < gap.start
        && gap.len() < 3
        && joint < 2
        && (joint == 0 || gap.clone().any(|token| matches!(text.lower(token), "in" | "of")))
}

/// "X, a mining town in the north of Y,": what stands in apposition to a place says where it lies.
fn describes(text: &Text<'_>, tokens: &Range<usize>, last: &Location) -> bool {
    let gap = last.tokens.end..tokens.start;
    let apposition = text.raw(gap.start) == "," && matches!(text.lower(gap.start + 1), "a" | "an" | "the");
    let words = || gap.clone().skip(1).map(|token| text.lower(token));
    apposition
        && gap.len() < 12
        && words().any(|word| geography::get().noun(word).is_some())
        && gap.clone().skip(1).all(|token| {
            is_noun_phrase(text, token)
                || matches!(
                    text.lower(token),
                    "in" | "of" | "on" | "near" | "the" | "a" | "an" | "from" | "and" | "about" | "some"
                )
                || text.word(token).class == Some(WordClass::Adverb)
        })
}

fn is_known_place(text: &Text<'_>, token: usize) -> bool {
    geography::get().longest_place(|at| text.lower(token + at)).is_some()
}
