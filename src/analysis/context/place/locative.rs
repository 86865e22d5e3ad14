//! Which names of places say where something happened: those behind a preposition of place ("in the oil town of X", "near
//! X"), in a dateline, before a colon, and, weaker, those beside a noun ("the X riots"). "The president of X" says nothing
//! of the kind. A wider place behind a comma ("X, Kenya") only tells where the first one lies.

use std::ops::Range;

use foldhash::HashMap;

use crate::analysis::Reading;
use crate::analysis::name::{NameKind, NamedSpan};
use crate::analysis::text::{Text, TokenKind};
use crate::span::Span;
use crate::vocabulary::geography::PlaceClass;

use super::containment::contained;
use super::dateline;
use super::extent::{bare, noun_behind, with_direction_and_noun};
use super::neighbour::{
    befallen, belongs_to_source, happening_behind, happening_beside, object_of_happening, preposition_before,
    qualifies_noun,
};

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
}

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
        if let Some(last) = locations.last_mut().filter(|last| last.role == Role::Stated && joined(text, last, &tokens))
        {
            last.tokens.end = tokens.end;
            last.wording = text.span(last.tokens.clone());
            last.name.clear();
            continue;
        }
        let aftermath = preposition_before(text, tokens.start).is_some_and(|at| is_aftermath(text, at));
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
        locations.push(Location {
            wording: text.span(tokens.clone()),
            tokens,
            sentence,
            name_span: place.span,
            name,
            class,
            role,
            wide,
            aftermath,
            compared: is_compared(text, sentence, tokens_start),
            happening,
        });
    }
    share_classes(&mut locations);
    locations
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

fn role(reading: &Reading<'_>, place: &NamedSpan, tokens: &Range<usize>, last: Option<&Location>) -> (Role, bool) {
    let text = &reading.text;
    if dateline::contains(reading, tokens) {
        return (Role::Dateline, false);
    }
    if text.raw(tokens.end) == ":" || is_heading(reading, place, tokens) {
        return (Role::Stated, false);
    }
    if let Some(preposition) = preposition_before(text, tokens.start) {
        let spread =
            || (1..4).any(|back| preposition.checked_sub(back).is_some_and(|at| text.lower(at).starts_with("spread")));
        let laid_waste = || {
            let before = preposition.checked_sub(1).map_or("", |before| text.lower(before));
            matches!(before, "fire" | "siege" | "waste" | "damage" | "destruction" | "torch")
        };
        return match text.lower(preposition) {
            "to" if spread() || laid_waste() || sent_to(text, preposition) => (Role::Stated, false),
            "from" | "to" | "toward" | "towards" | "over" | "between" | "beyond" => (Role::Mentioned, false),
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
    if object_of_happening(text, tokens.start) || befallen(text, tokens.end) {
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

/// "marched to X", "troops were sent to X": who goes there acts there.
fn sent_to(text: &Text<'_>, to: usize) -> bool {
    const SENT: [&str; 13] = [
        "marched",
        "march",
        "marching",
        "sent",
        "deployed",
        "dispatched",
        "rushed",
        "headed",
        "moved",
        "advanced",
        "paraded",
        "returned",
        "airlifted",
    ];
    (1..7)
        .map_while(|back| to.checked_sub(back))
        .take_while(|token| !matches!(text.raw(*token), "," | ";"))
        .any(|token| SENT.contains(&text.lower(token)))
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

/// "to hospital in X", "in the morgue at X".
fn is_aftermath(text: &Text<'_>, preposition: usize) -> bool {
    let before = preposition.checked_sub(1).map_or("", |before| text.lower(before));
    let brought = || {
        (2..5).any(|back| {
            let word = preposition.checked_sub(back).map_or("", |token| text.lower(token));
            matches!(word, "to" | "in" | "at")
        })
    };
    let care = matches!(
        before,
        "hospital"
            | "hospitals"
            | "clinic"
            | "clinics"
            | "morgue"
            | "mortuary"
            | "treated"
            | "treatment"
            | "hospitalised"
            | "hospitalized"
            | "court"
            | "buried"
            | "funeral"
            | "funerals"
    );
    care && (brought() || !matches!(before, "hospital" | "hospitals" | "clinic" | "clinics" | "court"))
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
