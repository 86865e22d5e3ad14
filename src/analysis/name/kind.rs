//! What a run of capitalised words names, by the words in it and beside it.

use std::ops::Range;

use crate::analysis::text::{Text, TokenKind};
use crate::vocabulary::geography::{self, PlaceClass, PlaceNoun};
use crate::vocabulary::grammar::{self, WordClass};
use crate::vocabulary::place_words::{self, PlaceWord};
use crate::vocabulary::{name_words, titles};

use super::NameKind;
use super::case::{Capitals, is_upper, is_word};
use super::locality;
use super::run::{demonym, known_place};

/// A name, and how sure its kind is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The name as tokens.
    pub tokens: Range<usize>,
    /// What its own words and neighbours say; `None` where they say nothing.
    pub kind: Option<NameKind>,
    /// 0 for a guess to 3 for a certainty; other places where the name stands can outvote less than 3.
    pub strength: u8,
    /// What kind of place it is.
    pub class: Option<PlaceClass>,
}

/// Institutions that are places only where something happens in them.
const INSTITUTIONS: [&str; 10] =
    ["university", "college", "school", "hospital", "clinic", "embassy", "consulate", "parliament", "church", "museum"];

/// Last words of capitalised runs that name a time or a thing.
const NO_NAMES: [&str; 10] = ["day", "year", "eve", "war", "cup", "prize", "award", "games", "week", "tv"];

/// Adds the names in `run` to `candidates`.
pub fn classify(text: &Text<'_>, capitals: &Capitals<'_>, run: Range<usize>, candidates: &mut Vec<Candidate>) {
    let geography = geography::get();
    let words = name_words::get();
    let Some(last) = run.clone().next_back() else { return };
    let length = run.clone().filter(|token| is_word(text, *token)).count();
    let mut push = |tokens: Range<usize>, kind, strength, class| {
        candidates.push(Candidate { tokens, kind, strength, class });
    };
    if known_place(text, run.start, run.end) == Some(run.end) {
        let class = geography.place(text.lower_span(text.span(run.clone()))).map(|place| place.class);
        push(run, Some(NameKind::Place), 3, class);
        return;
    }
    let head = text.lower(last);
    if NO_NAMES.contains(&head) || length == 1 && capitals.is_small(head) && !is_upper(text.raw(last)) {
        return;
    }
    let preposition = locality::behind_preposition(text, run.start);
    let locative = preposition.is_some();
    // a body named by its head: "Daily Courier", "Ministry of Health"
    let heads = || run.clone().filter(|token| text.lower(token + 1) == "of" || text.lower(token + 1) == "for");
    let campus = heads().any(|token| text.word(token).place_noun.is_some()) && is_behind_part(text, run.start);
    if campus {
        push(run, Some(NameKind::Place), 3, Some(PlaceClass::Site));
        return;
    }
    if words.ends_body(head, length)
        || heads().any(|token| token + 1 < run.end && words.ends_body(text.lower(token), 2))
    {
        let start = demonym(text, run.start, run.end).filter(|_| length > 2).unwrap_or(run.start);
        push(start..run.end, Some(NameKind::Body), 3, None);
        return;
    }
    // "Colleen Marsh" is a woman
    let person = |token: usize| text.word(token).is_given_name || text.word(token).title.is_some();
    let surname = (length == 2 && person(run.start)
        || length > 2 && text.word(run.start).title.is_some() && run.clone().skip(1).any(person))
        && is_surname(head)
        && !locative;
    if let Some(class) = place_class(text, &run, length).filter(|_| !surname) {
        // "Islamic State" is no state
        let adjective = demonym(text, run.start, run.end) == Some(last) && class >= PlaceClass::Region;
        let of_part = is_behind_part(text, run.start);
        let institution = INSTITUTIONS.contains(&head) && !locative && !of_part || adjective;
        let kind = if institution { NameKind::Body } else { NameKind::Place };
        push(run, Some(kind), if institution { 2 } else { 3 }, Some(class));
        return;
    }
    if let Some(title) = last_title(text, &run) {
        let before = first_title(text, run.start, title);
        if before > run.start {
            classify(text, capitals, run.start..before, candidates);
        }
        let mut name = title + 1;
        if text.raw(name) == "." {
            name += 1;
        }
        if name < run.end {
            candidates.push(Candidate {
                tokens: name..run.end,
                kind: Some(NameKind::Person),
                strength: 3,
                class: None,
            });
        }
        return;
    }
    let mut start = run.start;
    while let Some(end) = demonym(text, start, run.end) {
        start = end;
    }
    if start >= run.end || titles::get().is_title(head) && start == last {
        return;
    }
    let given = text.word(start).is_given_name;
    if !given
        && start == run.start
        && let Some(end) = known_place(text, start, run.end)
    {
        // "Kenya Protests": the run goes on behind a country by accident
        let class = geography.place(text.lower_span(text.span(start..end))).map(|place| place.class);
        if class == Some(PlaceClass::Country) || geography.noun(head).is_none() {
            push(start..end, Some(NameKind::Place), 3, class);
            if end < run.end {
                classify(text, capitals, end..run.end, candidates);
            }
            return;
        }
    }
    if length > 1 && is_upper(text.raw(last)) && !is_upper(text.raw(start)) && start < last {
        // an acronym behind the name that it stands for
        classify(text, capitals, start..last, candidates);
        classify(text, capitals, last..run.end, candidates);
        return;
    }
    let (kind, strength, class) = by_neighbours(text, &(start..run.end), given, preposition);
    push(start..run.end, kind, strength, class);
}

/// "the gate of the X", "the outskirts of X"
fn is_behind_part(text: &Text<'_>, start: usize) -> bool {
    let word_before = |back: usize| start.checked_sub(back).map_or("", |token| text.lower(token));
    let of = 1 + usize::from(word_before(1) == "the");
    word_before(of) == "of" && place_words::is_part(word_before(of + 1))
}

/// What "a mining town in the north", "the country's second city" says that a place is.
fn noun_of_apposition(text: &Text<'_>, start: usize) -> Option<&'static PlaceNoun> {
    let possessive = |token: usize| text.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Possessive);
    (start..start + 6)
        .take_while(|token| is_word(text, *token) || possessive(*token))
        .take_while(|token| text.word(*token).class != Some(WordClass::Preposition))
        .filter(|token| !possessive(token + 1))
        .find_map(|token| text.word(token).place_noun)
}

/// The class of a place that its own words tell: "Oyo State", "Mount Kenya", "Gulf of Aden".
fn place_class(text: &Text<'_>, run: &Range<usize>, length: usize) -> Option<PlaceClass> {
    if length < 2 {
        return None;
    }
    let noun = |token: usize| text.word(token).place_noun.map(|noun| noun.class);
    // "Velm Mills" is a town
    let last = || {
        let noun = text.word(run.end - 1).place_noun?;
        let town = noun.class == PlaceClass::Site && noun.is_plural(text.lower(run.end - 1));
        Some(if town { PlaceClass::Settlement } else { noun.class })
    };
    let first = || {
        let town = matches!(text.lower(run.start), "port" | "fort").then_some(PlaceClass::Settlement);
        noun(run.start)
            .filter(|_| text.lower(run.start + 1) == "of" || place_words::is(text.lower(run.start), PlaceWord::Fronted))
            .map(|class| town.unwrap_or(class))
    };
    last().or_else(first)
}

/// The last title of `run` with a name behind it.
fn last_title(text: &Text<'_>, run: &Range<usize>) -> Option<usize> {
    let title = run.clone().rev().skip(1).find(|token| text.word(*token).title.is_some())?;
    (text.raw(title + 1) != "." || title + 2 < run.end).then_some(title)
}

/// Where the title that ends at `title` begins: "Deputy Interior Minister".
fn first_title(text: &Text<'_>, start: usize, title: usize) -> usize {
    let geography = geography::get();
    let belongs = |token: usize| {
        text.word(token).title.is_some()
            || text.word(token).demonym.is_some()
            || text.raw(token) == "."
            || geography.longest_place(|at| if at == 0 { text.lower(token) } else { "" }).is_none()
    };
    (start..title).rev().take_while(|token| belongs(*token)).last().unwrap_or(title)
}

/// What stands before and behind the name tells.
fn by_neighbours(
    text: &Text<'_>,
    name: &Range<usize>,
    given: bool,
    preposition: Option<&str>,
) -> (Option<NameKind>, u8, Option<PlaceClass>) {
    use NameKind::{Body, Person, Place};
    let geography = geography::get();
    let before = name.start.checked_sub(1).map_or("", |before| text.lower(before));
    let earlier = |back: usize| name.start.checked_sub(back).map_or("", |token| text.lower(token));
    let after = text.lower(name.end);
    let length = name.len();
    let locative = preposition.is_some();
    let local = locality::evidence(text, name, given);
    if let Some((strength, class)) = local.filter(|(strength, _)| *strength > 1) {
        return (Some(Place), strength, class);
    }
    if is_upper(text.raw(name.start)) {
        return if locative && length == 1 { (Some(Place), 1, None) } else { (Some(Body), 2, None) };
    }
    if titles::get().is_title(before.trim_end_matches('.')) || before == "." && titles::get().is_title(earlier(2)) {
        return (Some(Person), 3, None);
    }
    if before == "of"
        && let Some(noun) = geography.noun(earlier(2))
    {
        // "the Velm district of X": the noun says what Velm is
        let taken = name.start.checked_sub(3).is_some_and(|token| text.capitalised(token));
        let of_part = !taken && matches!(noun.class, PlaceClass::Settlement | PlaceClass::Region | PlaceClass::Country);
        return (Some(Place), 3, of_part.then_some(noun.class));
    }
    // "the provincial capital Tarvali"
    if let Some(noun) = geography
        .noun(before)
        .filter(|noun| !before.ends_with('s') && matches!(noun.class, PlaceClass::Settlement | PlaceClass::Region))
        && length == 1
        && !given
    {
        return (Some(Place), 2, Some(noun.class));
    }
    if let Some(noun) = geography.noun(after).filter(|noun| noun.is_administrative())
        && !given
    {
        return (Some(Place), 3, Some(noun.class));
    }
    if after == "," {
        let next = name.end + 1;
        if known_place(text, next, text.tokens.len()).is_some() && !(given && length > 1) {
            return (Some(Place), 3, None);
        }
        if matches!(text.lower(next), "a" | "an" | "the")
            && let Some(noun) = noun_of_apposition(text, next + 1)
            && !(given && length > 1)
        {
            // "X, an industrial centre": a town that is called by what it is for
            let town = noun.class == PlaceClass::Site;
            return (Some(Place), 2, if town { Some(PlaceClass::Settlement) } else { Some(noun.class) });
        }
        let age =
            text.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Number) && text.raw(next + 1) == ",";
        if age {
            return (Some(Person), 3, None);
        }
    }
    if given {
        return (Some(Person), if length > 1 { 3 } else { 1 }, None);
    }
    if locative {
        // people work "at" companies as well
        let at_work = before == "at" && name.start.checked_sub(1).is_some_and(|at| locality::works_at(text, at));
        return if at_work {
            (None, 0, None)
        } else {
            let sure = matches!(preposition, Some("in" | "near" | "outside" | "off")) && before != "the";
            (Some(Place), if sure { 2 } else { 1 }, None)
        };
    }
    if let Some((strength, class)) = local {
        return (Some(Place), strength, class);
    }
    let surname = length > 1 && name.clone().next_back().is_some_and(|last| has_surname_ending(text.lower(last)));
    if surname {
        return (Some(Person), 2, None);
    }
    if grammar::get().verb(after).past
        && matches!(after, "said" | "told" | "added" | "wrote" | "tweeted")
        && before != "the"
    {
        return (Some(Person), 1 + u8::from(length > 1), None);
    }
    match before {
        "from" | "to" if length == 1 => (Some(Place), 1, None),
        "the" => (Some(Body), 1, None),
        _ if (2..4).contains(&length) => (Some(Person), 1, None),
        _ => (None, 0, None),
    }
}

/// Generic nouns of places that are surnames as well.
fn is_surname(word: &str) -> bool {
    matches!(
        word,
        "marsh"
            | "hill"
            | "hills"
            | "lake"
            | "church"
            | "lane"
            | "hall"
            | "castle"
            | "forest"
            | "bay"
            | "temple"
            | "mountain"
            | "banks"
            | "fort"
            | "plain"
            | "park"
            | "bridge"
            | "field"
            | "fields"
            | "ward"
            | "parish"
            | "mill"
            | "villa"
            | "abbey"
            | "cove"
            | "ridge"
            | "street"
            | "farm"
            | "port"
            | "ford"
            | "base"
            | "dam"
    )
}

fn has_surname_ending(word: &str) -> bool {
    const ENDINGS: [&str; 22] = [
        "ov", "ev", "ova", "eva", "yev", "sky", "ski", "enko", "shvili", "dze", "ian", "yan", "ic", "ić", "vich",
        "son", "sen", "ez", "oglu", "poulos", "stein", "berg",
    ];
    word.len() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}
