//! Which names of places say where something happened: those behind a preposition of place ("in the oil town of X", "near
//! X"), in a dateline, before a colon, and, weaker, those beside a noun ("the X riots"). "The president of X" says nothing
//! of the kind. A wider place behind a comma ("X, Kenya") only tells where the first one lies.

use std::ops::Range;

use foldhash::{HashMap, HashSet};

use crate::analysis::Reading;
use crate::analysis::name::{NameKind, NamedSpan};
use crate::analysis::text::{Text, TokenKind};
use crate::span::Span;
use crate::vocabulary::geography::{self, KnownPlace, PlaceClass};

use super::containment::{contained, is_at_distance, stands_in};
use super::dateline;
use super::extent::{bare, noun_behind, with_direction_and_noun};
use super::neighbour::{
    befallen, happening_behind, happening_beside, object_of_happening, preposition_before, qualifies_noun,
};
use super::relation::{Relation, relation};

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
    /// Somebody lives, speaks, sets out or goes there.
    Aside,
}

/// A place in the text.
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own that is asked apart")]
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
    /// The place that is known by that name.
    pub known: Option<&'static KnownPlace>,
    /// Where the name that was found stands, without direction and noun.
    pub name_span: Span,
    /// What kind of place it is.
    pub class: Option<PlaceClass>,
    /// How surely it is where something happened.
    pub role: Role,
    /// "across", "throughout": all of it and no one spot in it.
    pub wide: bool,
    /// Where the hurt are treated or the held are brought: it tells nothing of where anything else happened.
    pub aftermath: bool,
    /// What it is compared with happened there, at another time: "the worst since 2003, when …".
    pub compared: bool,
    /// A word that tells of something happening stands beside it.
    pub happening: bool,
    /// "near X": it happened elsewhere.
    pub near: bool,
}

/// Finds the locations of the text, in order.
pub fn find(reading: &Reading<'_>) -> Vec<Location> {
    let text = &reading.text;
    let mut locations: Vec<Location> = Vec::new();
    for place in reading.names.iter().filter(|name| name.kind == NameKind::Place) {
        let Some(sentence) = text.tokens.get(place.tokens.start).map(|token| token.sentence) else { continue };
        let tokens = with_direction_and_noun(text, &place.tokens);
        let Standing { role, wide, aftermath } = standing(reading, place, &tokens, locations.last());
        if contained(text, &tokens, place, locations.last()) {
            // "the Grand Hotel in X": the town belongs to the words of the site
            if let Some(site) = locations.last_mut().filter(|last| stands_in(text, last, &tokens, place)) {
                site.wording = text.span(site.tokens.start..tokens.end);
            }
            continue;
        }
        // "in the Aegean off Keth": the coast tells more than the sea
        if let Some(sea) = locations.last_mut().filter(|last| {
            last.class == Some(PlaceClass::Feature)
                && text.lower(last.tokens.end) == "off"
                && tokens.start < last.tokens.end + 6
        }) {
            sea.role = Role::Mentioned;
        }
        let name =
            bare(text, place.tokens.start..noun_behind(text, &place.tokens).map_or(place.tokens.end, |(end, _)| end));
        if let Some(last) = locations.last_mut().filter(|last| last.role == Role::Stated && joined(text, last, &tokens))
        {
            last.tokens.end = tokens.end;
            last.wording = text.span(last.tokens.clone());
            last.name.clear();
            last.known = None;
            continue;
        }
        let happening = match role {
            _ if aftermath => false,
            Role::Beside => happening_behind(text, tokens.end),
            _ => happening_beside(text, &tokens),
        };
        let class = noun_behind(text, &place.tokens).map(|(_, class)| class).or(place.class);
        // "western Kenya" is a part of it
        let class =
            class.map(|class| if tokens.start < place.tokens.start { class.min(PlaceClass::Region) } else { class });
        let tokens_start = tokens.start;
        let near = preposition_before(text, tokens.start).is_some_and(|preposition| {
            matches!(text.lower(preposition), "near" | "outside") || is_at_distance(text, preposition)
        });
        locations.push(Location {
            wording: text.span(tokens.clone()),
            tokens,
            sentence,
            name_span: place.span,
            known: geography::get().place(&name.to_lowercase()).or_else(|| {
                // "the Keth border", "Keth province" lie where Keth does
                let around = matches!(class, Some(PlaceClass::Region | PlaceClass::Feature));
                geography::get().place(text.lower_span(place.span)).filter(|_| around)
            }),
            name,
            class,
            role,
            wide,
            aftermath,
            compared: is_compared(text, sentence, tokens_start),
            happening,
            near,
        });
    }
    share_classes(&mut locations);
    let exact: HashSet<String> =
        locations.iter().filter(|place| !place.near && is_scene(place)).map(|place| place.name.clone()).collect();
    for location in &mut locations {
        location.near &= !exact.contains(&location.name);
    }
    locations
}

/// Whether it is said that something happened there and then.
pub fn is_scene(location: &Location) -> bool {
    location.role == Role::Stated && !location.aftermath && !location.compared
}

/// A place whose class one mention tells has it in all.
fn share_classes(locations: &mut [Location]) {
    let mut classes: HashMap<String, PlaceClass> = HashMap::default();
    for location in locations.iter() {
        if let Some(class) = location.class {
            classes.entry(location.name.clone()).or_insert(class);
        }
    }
    for location in locations.iter_mut().filter(|location| location.class.is_none() && !location.name.is_empty()) {
        location.class = classes.get(&location.name).copied();
    }
}

/// "in X and Y": the two are one location.
fn joined(text: &Text<'_>, last: &Location, tokens: &Range<usize>) -> bool {
    last.tokens.end + 1 == tokens.start && matches!(text.lower(last.tokens.end), "and" | "&")
}

/// What the words around a place make of it.
struct Standing {
    role: Role,
    wide: bool,
    aftermath: bool,
}

impl Standing {
    fn of(role: Role) -> Self {
        Self { role, wide: false, aftermath: false }
    }
}

fn standing(reading: &Reading<'_>, place: &NamedSpan, tokens: &Range<usize>, last: Option<&Location>) -> Standing {
    let text = &reading.text;
    if dateline::contains(reading, tokens) {
        return Standing::of(Role::Dateline);
    }
    // "the Velm–Orrin line"
    let dash = |token: usize| text.raw(token).starts_with(['-', '–', '—']) && text.raw(token).chars().count() == 1;
    if dash(tokens.end) && text.capitalised(tokens.end + 1) && is_glued(text, tokens.end)
        || tokens.start.checked_sub(1).is_some_and(|before| dash(before) && is_glued(text, before))
    {
        return Standing::of(Role::Mentioned);
    }
    if text.raw(tokens.end) == ":" || is_heading(reading, place, tokens) {
        return Standing::of(Role::Stated);
    }
    let preposition = preposition_before(text, tokens.start);
    // "was taken to X, where she died", "the lessons of X, where dozens died": the clause behind is about X, all else is not
    let leads_on = text.lower(tokens.end + usize::from(text.raw(tokens.end) == ",")) == "where";
    if leads_on && preposition.is_none_or(|preposition| relation(reading, preposition, tokens) != Relation::Scene) {
        return Standing { role: Role::Stated, wide: false, aftermath: true };
    }
    if let Some(preposition) = preposition {
        let wide = matches!(text.lower(preposition), "across" | "throughout" | "around" | "for");
        return match relation(reading, preposition, tokens) {
            Relation::Aside => Standing::of(Role::Aside),
            _ if qualifies_noun(text, tokens.end) => Standing::of(Role::Beside),
            Relation::Aftermath => Standing { role: Role::Stated, wide, aftermath: true },
            Relation::Scene if is_meanwhile(text, tokens.start) => Standing::of(Role::Mentioned),
            Relation::Scene => Standing { role: Role::Stated, wide, aftermath: false },
        };
    }
    let listed = last.is_some_and(|last| {
        last.role == Role::Stated
            && last.tokens.end + 1 == tokens.start
            && matches!(text.lower(last.tokens.end), "," | "and" | "or")
            && text.tokens.get(tokens.end).is_none_or(|token| token.kind != TokenKind::Possessive)
    });
    if listed {
        return Standing::of(Role::Stated);
    }
    if object_of_happening(text, tokens.start) || befallen(text, tokens.end) {
        return Standing::of(Role::Stated);
    }
    let beside = qualifies_noun(text, tokens.end) || happening_behind(text, tokens.end);
    Standing::of(if beside { Role::Beside } else { Role::Mentioned })
}

/// "Nine were buried in Keth, as a minister opened a bank in Velm": what went on meanwhile happened elsewhere.
fn is_meanwhile(text: &Text<'_>, start: usize) -> bool {
    let Some(sentence) = text.tokens.get(start).and_then(|token| text.sentences.get(token.sentence)) else {
        return false;
    };
    let before = sentence.tokens.start..start;
    let opening =
        before.clone().rev().find(|token| text.lower(*token) == "as" && text.raw(token.saturating_sub(1)) == ",");
    opening.is_some_and(|opening| {
        opening > before.start + 5
            && !(opening..start).any(|token| text.word(token).is_happening || text.word(token).is_harm)
    })
}

/// Whether no space stands on either side of the token.
fn is_glued(text: &Text<'_>, token: usize) -> bool {
    let end = |token: usize| text.tokens.get(token).map(|token| token.span.end);
    let start = |token: usize| text.tokens.get(token).map(|token| token.span.start);
    token.checked_sub(1).and_then(end) == start(token) && end(token) == start(token + 1)
}

/// "… the worst since 2003, when a fire at X": the sentence compares, and the place belongs to what it compares with.
fn is_compared(text: &Text<'_>, sentence: usize, start: usize) -> bool {
    let Some(sentence) = text.sentences.get(sentence) else { return false };
    sentence.tokens.start < start && compares(text, sentence.tokens.start..start)
}

/// Whether the words between lead over to another time.
pub fn compares(text: &Text<'_>, mut between: Range<usize>) -> bool {
    let is_year = |token: usize| {
        let word = text.raw(token);
        word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    between.any(|token| match text.lower(token) {
        "since" => (token + 1..token + 5).any(|at| is_year(at) || text.lower(at) == "when"),
        "when" => (2..4).any(|back| token.checked_sub(back).is_some_and(is_year)),
        _ => false,
    })
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
