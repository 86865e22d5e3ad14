//! Which names of places say where something happened: those behind a preposition of place ("in the oil town of X", "near
//! X"), in a dateline, before a colon, and, weaker, those beside a noun ("the X riots"). "The president of X" says nothing
//! of the kind. A wider place behind a comma ("X, Kenya") only tells where the first one lies.

use std::ops::Range;

use crate::analysis::name::{NameKind, NamedSpan};
use crate::analysis::text::{Text, TokenKind};
use crate::analysis::{Reading, name};
use crate::span::Span;
use crate::vocabulary::geography::{self, PlaceClass};
use crate::vocabulary::grammar::{self, WordClass};
use crate::vocabulary::titles::{self, TitleKind};

/// How surely a place is where something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The words say where.
    Stated,
    /// "the city", "there": the last such place.
    Referred,
    /// Where the report was written.
    Dateline,
    /// The name stands beside a noun.
    Beside,
    /// The place is spoken of.
    Mentioned,
}

/// A place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The whole expression, from the name with its direction to its generic noun; for a reference, its own words.
    pub tokens: Range<usize>,
    /// The sentence that it stands in.
    pub sentence: usize,
    /// The words that name it, also where it is referred to.
    pub wording: Span,
    /// The bare name; empty where two places are joined.
    pub name: String,
    /// What kind of place it is.
    pub class: Option<PlaceClass>,
    /// How surely it is where something happened.
    pub role: Role,
    /// "across", "throughout": all of it and no one spot in it.
    pub wide: bool,
    /// A word that tells of something happening stands beside it.
    pub happening: bool,
}

/// Words before a name that belong to its wording.
const DIRECTIONS: [&str; 30] = [
    "central",
    "downtown",
    "northern",
    "southern",
    "eastern",
    "western",
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
    "north-east",
    "north-west",
    "south-east",
    "south-west",
    "north-eastern",
    "north-western",
    "south-eastern",
    "south-western",
    "upper",
    "lower",
    "rural",
    "greater",
];

/// Prepositions of place.
const PLACE_PREPOSITIONS: [&str; 26] = [
    "in",
    "at",
    "near",
    "outside",
    "inside",
    "around",
    "across",
    "throughout",
    "through",
    "over",
    "into",
    "to",
    "toward",
    "towards",
    "within",
    "from",
    "off",
    "along",
    "between",
    "behind",
    "beyond",
    "on",
    "onto",
    "reach",
    "reached",
    "amid",
];

/// Nouns for parts of a place: "the outskirts of X".
const PARTS: [&str; 18] = [
    "centre",
    "center",
    "outskirts",
    "heart",
    "part",
    "parts",
    "streets",
    "edge",
    "side",
    "suburbs",
    "north",
    "south",
    "east",
    "west",
    "capital",
    "middle",
    "kilometres",
    "miles",
];

/// Finds the locations of the text, in order.
pub fn find(reading: &Reading<'_>) -> Vec<Location> {
    let text = &reading.text;
    let mut locations: Vec<Location> = Vec::new();
    for place in reading.names.iter().filter(|name| name.kind == NameKind::Place) {
        let Some(sentence) = text.tokens.get(place.tokens.start).map(|token| token.sentence) else { continue };
        let tokens = with_direction_and_noun(text, &place.tokens);
        let (role, wide) = role(reading, place, &tokens, locations.last());
        if contained(text, &tokens, place, locations.last()) {
            continue;
        }
        let name = bare(text, place.tokens.clone());
        if let Some(last) = locations.last_mut().filter(|last| joined(text, last, &tokens)) {
            if last.role == Role::Stated {
                *last = Location {
                    tokens: last.tokens.start..tokens.end,
                    wording: text.span(last.tokens.start..tokens.end),
                    name: String::new(),
                    ..last.clone()
                };
                continue;
            }
        }
        let happening = match role {
            Role::Beside => happening_behind(text, tokens.end),
            _ => happening_beside(text, &tokens),
        };
        let class = noun_behind(text, &place.tokens).map(|(_, class)| class).or(place.class);
        // "western Kenya" is a part of it
        let class =
            class.map(|class| if tokens.start < place.tokens.start { class.min(PlaceClass::Region) } else { class });
        locations.push(Location {
            wording: text.span(tokens.clone()),
            tokens,
            sentence,
            name,
            class,
            role,
            wide,
            happening,
        });
    }
    locations
}

/// The name without the administrative nouns in it.
pub fn bare(text: &Text<'_>, tokens: Range<usize>) -> String {
    let geography = geography::get();
    let generic = |token: &usize| geography.noun(text.lower(*token)).is_some_and(|noun| noun.is_administrative());
    let mut kept = tokens.clone();
    if tokens.len() > 1
        && tokens.clone().next_back().is_some_and(|last| generic(&last))
        && geography.place(text.lower_span(text.span(tokens.clone()))).is_none()
    {
        kept.end -= 1;
    }
    text.span(kept).of(text.source).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn with_direction_and_noun(text: &Text<'_>, name: &Range<usize>) -> Range<usize> {
    let before = name.start.checked_sub(1).filter(|before| DIRECTIONS.contains(&text.lower(*before)));
    let start = before.unwrap_or(name.start);
    start..noun_behind(text, name).map_or(name.end, |(end, _)| end)
}

/// The generic noun with a small letter behind a name, where it ends and its class: "Oyo state", "Camp Velm army base". A
/// site in a well-known place is another place: "a Lagos hotel".
fn noun_behind(text: &Text<'_>, name: &Range<usize>) -> Option<(usize, PlaceClass)> {
    let geography = geography::get();
    let noun =
        |token: usize| geography.noun(text.lower(token)).filter(|_| !text.capitalised(token)).map(|noun| noun.class);
    let spot = |class: PlaceClass| matches!(class, PlaceClass::Site | PlaceClass::Street);
    let known = geography.place(text.lower_span(text.span(name.clone()))).is_some();
    let here = noun(name.end).map(|class| (name.end + 1, class));
    let next = || {
        let site = noun(name.end + 1)
            .filter(|class| spot(*class) && is_noun_phrase(text, name.end) && !text.capitalised(name.end))?;
        Some((name.end + 2, site))
    };
    here.or_else(next).filter(|(_, class)| !(known && spot(*class)))
}

/// Whether the place only tells where another lies: "X, Kenya", "X, located in Kenya", "Kenya's Rift Valley", "the Kenyan
/// town of X".
fn contained(text: &Text<'_>, tokens: &Range<usize>, place: &NamedSpan, last: Option<&Location>) -> bool {
    let behind_comma = last.is_some_and(|last| {
        let comma =
            text.raw(last.tokens.end) == "," && last.tokens.end + 1 == tokens.start && last.role <= Role::Dateline;
        let wider = place.class >= Some(PlaceClass::Region) && last.class < place.class;
        let chained = || text.raw(tokens.end) == "," && is_known_place(text, tokens.end + 1);
        comma && (wider || chained())
    });
    let located = last.is_some_and(|last| {
        (last.tokens.end..tokens.start).len() < 8
            && (last.tokens.end..tokens.start)
                .any(|token| matches!(text.lower(token), "located" | "situated" | "lying"))
    });
    let owner = text.tokens.get(tokens.end).is_some_and(|token| token.kind == TokenKind::Possessive)
        && (tokens.end + 1..tokens.end + 6)
            .take_while(|token| is_noun_phrase(text, *token))
            .any(|token| text.capitalised(token));
    let of_town = (place.tokens.end..place.tokens.end + 3)
        .take_while(|token| geography::get().noun(text.lower(*token)).is_some() && !text.capitalised(*token))
        .any(|token| text.lower(token + 1) == "of" && text.capitalised(token + 2));
    behind_comma || located || owner || of_town || last.is_some_and(|last| surrounds(text, tokens, place, last))
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
        || text.raw(gap.start) == "," && is_known_place(text, tokens.end + 1);
    last.role <= Role::Dateline && joins && only_noun_phrase && wider
}

fn is_known_place(text: &Text<'_>, token: usize) -> bool {
    geography::get().longest_place(|at| text.lower(token + at)).is_some()
}

fn is_noun_phrase(text: &Text<'_>, token: usize) -> bool {
    matches!(text.tokens.get(token).map(|token| token.kind), Some(TokenKind::Word | TokenKind::Number))
        && grammar::get().class(text.lower(token)).is_none()
        || text.raw(token) == "-"
}

/// Whether something is said to happen there: the word stands up to six words before, or right behind.
fn happening_beside(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let geography = geography::get();
    let sentence = text.tokens.get(tokens.start).map(|token| token.sentence);
    let within = |token: &usize| text.tokens.get(*token).map(|token| token.sentence) == sentence;
    let before = (1..=8)
        .map_while(|back| tokens.start.checked_sub(back))
        .take_while(within)
        .take_while(|token| !matches!(text.raw(*token), ";" | ":"));
    let went_down = |token: usize| {
        text.lower(token) == "down"
            && token.checked_sub(1).is_some_and(|verb| matches!(text.lower(verb), "went" | "came" | "shot"))
    };
    // "In Oyo on Friday, gunmen attacked": a place at the head of the sentence waits for what happens
    let opening = before.clone().count() < 6
        && (tokens.end..tokens.end + 9).take_while(within).any(|token| geography.is_happening(text.lower(token)));
    opening
        || before.clone().any(|token| geography.is_happening(text.lower(token)) || went_down(token))
        || happening_behind(text, tokens.end)
}

/// "in X and Y": the two are one location.
fn joined(text: &Text<'_>, last: &Location, tokens: &Range<usize>) -> bool {
    last.tokens.end + 1 == tokens.start && matches!(text.lower(last.tokens.end), "and" | "&")
}

fn role(reading: &Reading<'_>, place: &NamedSpan, tokens: &Range<usize>, last: Option<&Location>) -> (Role, bool) {
    let text = &reading.text;
    if in_dateline(reading, tokens) {
        return (Role::Dateline, false);
    }
    if text.raw(tokens.end) == ":" || is_heading(reading, place, tokens) {
        return (Role::Stated, false);
    }
    if let Some(preposition) = preposition_before(text, tokens.start) {
        let spread =
            || (1..4).any(|back| preposition.checked_sub(back).is_some_and(|at| text.lower(at).starts_with("spread")));
        return match text.lower(preposition) {
            "to" if spread() => (Role::Stated, false),
            "from" | "to" | "over" | "between" | "beyond" | "off" => (Role::Mentioned, false),
            _ if qualifies_noun(text, tokens.end) => (Role::Beside, false),
            _ if belongs_to_source(text, preposition) => (Role::Mentioned, false),
            word => (Role::Stated, matches!(word, "across" | "throughout" | "around")),
        };
    }
    let listed = last.is_some_and(|last| {
        last.role == Role::Stated
            && last.tokens.end + 1 == tokens.start
            && matches!(text.lower(last.tokens.end), "," | "and" | "or")
            && text.tokens.get(tokens.end).is_none_or(|token| token.kind != TokenKind::Possessive)
    });
    if listed {
        return (Role::Stated, false);
    }
    (
        if qualifies_noun(text, tokens.end) || happening_behind(text, tokens.end) {
            Role::Beside
        } else {
            Role::Mentioned
        },
        false,
    )
}

/// Whether the name ends at `end` before a noun that is neither a place nor a happening: "in Kenyan hands".
fn qualifies_noun(text: &Text<'_>, end: usize) -> bool {
    let word = text.lower(end);
    let grammar = grammar::get();
    let forms = grammar.verb(word);
    text.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Word)
        && grammar.class(word).is_none()
        && !text.capitalised(end)
        && !(forms.past || forms.gerund || forms.third_person && !forms.noun)
        && geography::get().noun(word).is_none()
        && !happening_behind(text, end)
        && text.raw(end + 1) != ","
}

/// Whether a happening is named by one of the three words from `end` on: "the Jos market riots".
fn happening_behind(text: &Text<'_>, end: usize) -> bool {
    (end..end + 3)
        .take_while(|token| is_noun_phrase(text, *token))
        .any(|token| geography::get().is_happening(text.lower(token)))
}

/// Whether the place behind `preposition` tells where somebody or some institution is at home: "a rabbi in X".
fn belongs_to_source(text: &Text<'_>, preposition: usize) -> bool {
    let Some(noun) = preposition.checked_sub(1) else { return false };
    let word = text.lower(noun);
    let office = |word: &str| titles::get().kind(word) == Some(TitleKind::Office);
    let home = office(word)
        || word.strip_suffix('s').is_some_and(office)
        || matches!(
            word,
            "family"
                | "families"
                | "couple"
                | "relatives"
                | "member"
                | "members"
                | "native"
                | "office"
                | "offices"
                | "headquarters"
                | "spokesman"
                | "spokeswoman"
                | "correspondent"
                | "reporter"
                | "rabbi"
                | "professor"
                | "analyst"
        );
    let institution = || {
        let noun_class = geography::get().noun(word).map(|noun| noun.class);
        noun_class == Some(PlaceClass::Site)
            && preposition_before(text, noun).is_none()
            && !geography::get().is_happening(word)
    };
    home || institution()
}

/// Whether a short line is nothing but the name with a year or a number.
fn is_heading(reading: &Reading<'_>, place: &NamedSpan, tokens: &Range<usize>) -> bool {
    let Some(sentence) =
        reading.text.tokens.get(tokens.start).and_then(|token| reading.text.sentences.get(token.sentence))
    else {
        return false;
    };
    sentence.headline && sentence.tokens.start == place.tokens.start && sentence.tokens.end == tokens.end
}

/// The preposition of place that governs the noun phrase in which `start` stands: "in the oil town of X", "in Kenya's X".
fn preposition_before(text: &Text<'_>, start: usize) -> Option<usize> {
    let grammar = grammar::get();
    let geography = geography::get();
    let sentence = text.tokens.get(start)?.sentence;
    let mut token = start;
    let mut steps = 0;
    while steps < 8 {
        steps += 1;
        token = token
            .checked_sub(1)
            .filter(|token| text.tokens.get(*token).is_some_and(|token| token.sentence == sentence))?;
        let word = text.lower(token);
        if PLACE_PREPOSITIONS.contains(&word) {
            return Some(token);
        }
        if word == "of" {
            let noun = token.checked_sub(1)?;
            let head = text.lower(noun);
            let part = PARTS.contains(&head) || geography.noun(head).is_some();
            if !part {
                return None;
            }
            token = noun;
            // "the town of X" is where things happen also as a subject
            if geography.noun(head).is_some()
                && !(1..6)
                    .any(|back| noun.checked_sub(back).is_some_and(|at| PLACE_PREPOSITIONS.contains(&text.lower(at))))
            {
                return Some(noun);
            }
            continue;
        }
        let kind = text.tokens.get(token)?.kind;
        let skipped = match kind {
            TokenKind::Possessive => true,
            TokenKind::Word | TokenKind::Number => {
                matches!(grammar.class(word), None | Some(WordClass::Determiner)) && !grammar.verb(word).third_person
                    || grammar.class(word) == Some(WordClass::Adverb)
            }
            TokenKind::Mark => word == "-",
            TokenKind::OpenQuote | TokenKind::CloseQuote => false,
        };
        if !skipped {
            return None;
        }
    }
    None
}

/// Whether the tokens stand in a dateline: at the head of a paragraph, before a dash, with nothing but names, dates and
/// an agency in brackets between; or in capitals before ", Country".
fn in_dateline(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    let text = &reading.text;
    let Some(number) = text.tokens.get(tokens.start).map(|token| token.sentence) else { return false };
    let Some(sentence) = text.sentences.get(number) else { return false };
    let opens =
        number == 0 || text.sentences.get(number - 1).is_some_and(|before| before.paragraph != sentence.paragraph);
    if !opens || tokens.start > sentence.tokens.start + 8 {
        return false;
    }
    let capitals = name_is_upper(text, sentence.tokens.start)
        && !sentence.tokens.clone().skip(1).take(12).all(|token| name_is_upper(text, token));
    let head = sentence.tokens.start..(sentence.tokens.start + 14).min(sentence.tokens.end);
    let dash = head.clone().find(|token| text.raw(*token).starts_with(['-', '–', '—']) && *token > tokens.start);
    let names_only = |end: usize| {
        (sentence.tokens.start..end)
            .all(|token| text.capitalised(token) || !text.raw(token).starts_with(char::is_lowercase))
    };
    match dash {
        Some(dash) if tokens.end <= dash && names_only(dash) => true,
        _ => capitals && tokens.start == sentence.tokens.start && matches!(text.raw(tokens.end), "," | "("),
    }
}

fn name_is_upper(text: &Text<'_>, token: usize) -> bool {
    name::is_upper(text.raw(token))
}
