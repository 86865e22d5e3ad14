//! What a noun group counts: its number, or one for a single person, and who is meant.

use std::ops::Range;

use super::Finder;
use super::extent::{end_of_noun, joined_end};
use super::person::{is_age, is_agent, is_next_one, is_one_person, is_one_unknown};
use crate::analysis::phrase::ChunkKind;
use crate::analysis::quantity::QuantityKind;
use crate::vocabulary::counting::{Group, Nature, Need};

/// What a noun group says about how many.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tally {
    /// The noun group.
    pub chunk: usize,
    /// Its number, an index into the quantities; `None` for a single person.
    pub quantity: Option<usize>,
    /// The tokens of the anchor.
    pub anchor: Range<usize>,
    pub low: Option<i64>,
    pub high: Option<i64>,
    pub qualifier: &'static str,
    /// `additional` or empty.
    pub relation: &'static str,
    /// Who is counted, as worded.
    pub group: String,
    /// Their class.
    pub class: &'static str,
}

/// What the noun group in `chunk` counts, if it is what a trigger needs; only a number where `number` is set.
pub(super) fn tally(finder: &Finder<'_>, chunk: usize, need: Need, number: bool) -> Option<Tally> {
    let phrases = &finder.reading.phrases;
    let group = phrases.noun(chunk)?;
    if let Some(two) = pair(finder, chunk) {
        return (need != Need::Property && need != Need::Forces).then_some(two);
    }
    let counts = group.quantity.filter(|quantity| is_plain(finder, *quantity));
    if counts.is_none()
        && let Some(inner) = behind_collective(finder, chunk).or_else(|| behind_part(finder, chunk, need))
    {
        return tally(finder, inner, need, number);
    }
    // "a third of them" is no person.
    let share = group.quantity.and_then(|quantity| finder.reading.quantities.get(quantity));
    let next_one = is_next_one(finder, chunk)
        && phrases.next(chunk).is_none_or(|end| matches!(phrases.kind(end), Some(ChunkKind::Comma | ChunkKind::Mark)));
    if !next_one && share.is_some_and(|share| matches!(share.kind, QuantityKind::Share | QuantityKind::Percent)) {
        return None;
    }
    match counts {
        Some(quantity) => numbered(finder, chunk, quantity, need),
        None if is_none(finder, chunk) => nobody(finder, chunk, need),
        None if number => None,
        None => single(finder, chunk, need),
    }
}

/// "a couple", "an elderly couple": two.
fn pair(finder: &Finder<'_>, chunk: usize) -> Option<Tally> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let found = phrases.chunks.get(chunk)?;
    let two = matches!(text.lower(found.head), "couple" | "pair" | "duo") && phrases.noun(chunk)?.quantity.is_none();
    let of = phrases.next(chunk).is_some_and(|of| phrases.is_word(text, of, "of"));
    (two && !of).then(|| Tally {
        chunk,
        quantity: None,
        anchor: found.tokens.clone(),
        low: Some(2),
        high: Some(2),
        qualifier: "exact",
        relation: "",
        group: finder.phrase_text(found.tokens.clone()),
        class: "people",
    })
}

fn is_plain(finder: &Finder<'_>, quantity: usize) -> bool {
    finder.reading.quantities.get(quantity).is_some_and(|quantity| quantity.kind == QuantityKind::Plain)
}

/// "a group of 12 soldiers", "a total of 40": the number stands behind "of".
fn behind_collective(finder: &Finder<'_>, chunk: usize) -> Option<usize> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let head = phrases.chunks.get(chunk)?.head;
    let known = text.word(head).group;
    // "a family of six"
    let collective = known.is_some_and(|known| known.nature == Nature::Collective || known.class == "households");
    let inner = phrases.next(chunk).filter(|of| collective && phrases.is_word(text, *of, "of"))?;
    let inner = phrases.next(inner)?;
    phrases.noun(inner)?.quantity.filter(|quantity| is_plain(finder, *quantity)).map(|_| inner)
}

/// "the roofs of 40 houses": what is done to its parts is done to the property.
fn behind_part(finder: &Finder<'_>, chunk: usize, need: Need) -> Option<usize> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let of = phrases.next(chunk).filter(|of| need == Need::Property && phrases.is_word(text, *of, "of"))?;
    let inner = phrases.next(of)?;
    phrases.noun(inner)?.quantity.filter(|quantity| is_plain(finder, *quantity)).map(|_| inner)
}

/// The body whose members are counted, where it is armed: "200 members of the Civil Guard".
fn armed_body<'a>(finder: &Finder<'a>, chunk: usize, known: Option<&Group>) -> Option<&'a Group> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let of = phrases.next(chunk).filter(|of| phrases.is_word(text, *of, "of"))?;
    let body = phrases.next(of).filter(|_| known.is_some_and(|known| known.class == "people"))?;
    let body = phrases.noun(body).and_then(|_| phrases.chunks.get(body))?;
    text.word(body.head).group.filter(|group| matches!(group.class, "police" | "soldiers" | "forces"))
}

fn numbered(finder: &Finder<'_>, chunk: usize, number: usize, need: Need) -> Option<Tally> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let tokens = phrases.chunks.get(chunk)?.tokens.clone();
    let quantity = finder.reading.quantities.get(number)?;
    // "a 12-member panel" is one panel.
    let behind = text.tokens.get(quantity.tokens.end).filter(|_| text.raw(quantity.tokens.end) == "-");
    if behind.is_some_and(|hyphen| hyphen.span.start == quantity.span.end) {
        return None;
    }
    // "26 more than it may carry" is a difference.
    let compared =
        |token: usize| matches!(text.lower(token), "more" | "fewer" | "less") && text.lower(token + 1) == "than";
    if compared(quantity.tokens.end) {
        return None;
    }
    // "four counts of theft and five of fraud": the five are counts.
    let of = quantity.tokens.end;
    let elided = text.lower(of) == "of" && !is_determined(text.lower(of + 1)) && of + 1 < tokens.end;
    if elided && quantity.qualifier == "exact" && !text.capitalised(of + 1) && is_small(finder, number) {
        return None;
    }
    let end = end_of_noun(finder, &tokens).max(quantity.tokens.end);
    let mut start = quantity.tokens.end;
    if phrases.noun(chunk)?.bare && is_age(finder, chunk) {
        return None;
    }
    // "37 head of cattle"
    if end > tokens.start && text.lower(end - 1) == "head" {
        return None;
    }
    let mut relation = if text.lower(start) == "of" && is_determined(text.lower(start + 1)) { "subset" } else { "" };
    while start < end {
        match text.lower(start) {
            "more" | "other" | "others" | "additional" | "further" => relation = "additional",
            "them" | "whom" => relation = "subset",
            "of" | "the" | "those" | "these" | "his" | "her" | "their" | "its" | "our" | "my" => {}
            _ => break,
        }
        start += 1;
    }
    // "24 of the 31 hostages" are hostages.
    if let Some(whole) = finder.reading.quantities.get(number + 1).filter(|whole| whole.tokens.start == start) {
        start = whole.tokens.end.min(end);
    }
    if (tokens.start..quantity.tokens.end)
        .any(|token| matches!(text.lower(token), "another" | "further" | "additional"))
    {
        relation = "additional";
    }
    if relation.is_empty() && is_part(finder, chunk) {
        relation = "subset";
    }
    let head = end.checked_sub(1).filter(|head| *head >= start);
    let known = head.and_then(|head| text.word(head).group);
    let known = armed_body(finder, chunk, known).or(known);
    // "not one officer"
    let before = phrases.previous(chunk).filter(|not| phrases.is_word(text, *not, "not"));
    let zero = quantity.low == Some(1.0)
        && quantity.high == Some(1.0)
        && before.is_some_and(|not| {
            phrases.previous(not).is_none_or(|verb| phrases.verb(verb).is_none_or(|verb| !verb.copula))
        });
    let counts = match head {
        Some(head) => {
            let agents = || is_agent(text.lower(head).trim_end_matches('s'));
            fits(need, known, true) || need == Need::Known && known.is_none() && agents()
        }
        // "118 homes were destroyed and 300 others damaged"
        None => {
            !matches!(need, Need::Forces | Need::Household)
                && (need != Need::Property || goes_on_from(finder, chunk, "buildings") || is_of_property(finder, chunk))
        }
    };
    let end = if end == tokens.end && head.is_some() { joined_end(finder, chunk).unwrap_or(end) } else { end };
    counts.then(|| Tally {
        chunk,
        quantity: Some(number),
        anchor: tokens.start..end,
        low: quantity.low.map(|low| if zero { 0 } else { low as i64 }),
        high: quantity.high.map(|high| if zero { 0 } else { high as i64 }),
        qualifier: quantity.qualifier,
        relation,
        group: text.span(start..end.max(start)).of(text.source).to_owned(),
        class: known.filter(|known| known.nature != Nature::Thing).map_or("", |known| known.class),
    })
}

/// "…, of whom 12 were indicted", "Of the 29, 17 had been shot"
fn is_part(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let word = |chunk: Option<usize>, word: &str| chunk.is_some_and(|chunk| phrases.is_word(text, chunk, word));
    let before = phrases.previous(chunk);
    if word(before, "whom") && word(before.and_then(|whom| phrases.previous(whom)), "of") {
        return true;
    }
    let comma = before.filter(|comma| phrases.kind(*comma) == Some(ChunkKind::Comma));
    let Some(mut first) = comma else { return false };
    while let Some(earlier) = phrases.previous(first) {
        first = earlier;
    }
    let whole = phrases.next(first).filter(|_| word(Some(first), "of")).and_then(|whole| phrases.noun(whole));
    whole.is_some_and(|whole| whole.quantity.is_some()) && phrases.noun(chunk).is_some_and(|group| group.bare)
}

/// Whether a number is no round word such as "dozen" or "million", behind which "of" counts.
fn is_small(finder: &Finder<'_>, number: usize) -> bool {
    finder.reading.quantities.get(number).and_then(|quantity| quantity.low).is_some_and(|low| low < 12.0)
}

/// Whether the last count before `chunk` in its sentence is one of `measure`.
fn goes_on_from(finder: &Finder<'_>, chunk: usize, measure: &str) -> bool {
    let sentence = |chunk: usize| finder.reading.phrases.chunks.get(chunk).map(|chunk| chunk.sentence);
    let before = finder
        .chunks
        .iter()
        .zip(&finder.claims)
        .filter(|(other, _)| **other < chunk && sentence(**other) == sentence(chunk));
    before.max_by_key(|(other, _)| **other).is_some_and(|(_, claim)| claim.measure == measure)
}

/// "Of the 420 stalls, 90 were destroyed and 150 damaged."
fn is_of_property(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let mut first = chunk;
    while let Some(earlier) = phrases.previous(first) {
        first = earlier;
    }
    let whole = phrases.next(first).filter(|_| phrases.is_word(text, first, "of"));
    whole
        .and_then(|whole| phrases.chunks.get(whole))
        .is_some_and(|whole| text.word(whole.head).group.is_some_and(|known| known.nature == Nature::Property))
}

fn is_determined(word: &str) -> bool {
    matches!(word, "the" | "those" | "these" | "his" | "her" | "their" | "its" | "our" | "my" | "them" | "whom")
}

/// The second number of a noun group that has two: "one of the twelve people".
pub(super) fn whole_of(finder: &Finder<'_>, chunk: usize) -> Option<Tally> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let tokens = phrases.chunks.get(chunk)?.tokens.clone();
    let first = phrases.noun(chunk)?.quantity?;
    let second = finder.reading.quantities.get(first + 1)?;
    let inside = tokens.start < second.tokens.start && second.tokens.end <= tokens.end;
    let plain = inside
        && is_plain(finder, first + 1)
        && finder
            .reading
            .quantities
            .get(first)
            .is_some_and(|first| matches!(first.kind, QuantityKind::Plain | QuantityKind::Share));
    plain.then(|| {
        let end = end_of_noun(finder, &tokens).max(second.tokens.end);
        let known = text.word(end - 1).group;
        Tally {
            chunk,
            quantity: Some(first + 1),
            anchor: second.tokens.start..end,
            low: second.low.map(|low| low as i64),
            high: second.high.map(|high| high as i64),
            qualifier: second.qualifier,
            relation: "",
            group: text.span(second.tokens.end..end).of(text.source).to_owned(),
            class: known.map_or("", |known| known.class),
        }
    })
}

/// "nobody", "no one", "none", "no soldiers".
fn is_none(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some(found) = phrases.chunks.get(chunk) else { return false };
    matches!(text.lower(found.tokens.start), "no" | "nobody" | "none")
        && !matches!(text.lower(found.tokens.start + 1), "longer" | "reports" | "report" | "word" | "information")
}

fn nobody(finder: &Finder<'_>, chunk: usize, need: Need) -> Option<Tally> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let found = phrases.chunks.get(chunk)?;
    let head = text.lower(found.head);
    let known = text.word(found.head).group;
    let people = !matches!(need, Need::Forces | Need::Property);
    // "no justice for those killed" is no number of people.
    let meant = people && matches!(head, "nobody" | "none" | "one")
        || (known.is_some() || need == Need::Anything) && fits(need, known, false);
    meant.then(|| Tally {
        chunk,
        quantity: phrases.noun(chunk).and_then(|group| group.quantity),
        anchor: found.tokens.clone(),
        low: Some(0),
        high: Some(0),
        qualifier: "exact",
        relation: "",
        group: if known.is_some() { text.raw(found.head).to_owned() } else { String::new() },
        class: known.map_or("", |known| known.class),
    })
}

fn single(finder: &Finder<'_>, chunk: usize, need: Need) -> Option<Tally> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let found = phrases.chunks.get(chunk)?;
    let one = |anchor: Range<usize>, group: String, relation: &'static str| Tally {
        chunk,
        quantity: None,
        anchor,
        low: Some(1),
        high: Some(1),
        qualifier: "exact",
        relation,
        group,
        class: "individual",
    };
    if phrases.noun(chunk)?.pronoun {
        let person =
            matches!(text.lower(found.head), "he" | "she" | "him" | "her" | "himself" | "herself" | "i" | "me");
        return (person && need != Need::Property && need != Need::Forces)
            .then(|| one(found.tokens.clone(), finder.person_before(chunk), ""));
    }
    if !is_one_person(finder, chunk) {
        let by_form = need == Need::Person && is_agent(text.lower(found.head)) || need == Need::Being;
        let is_one = by_form && is_one_unknown(finder, chunk) || is_named_behind(finder, chunk);
        if !is_one {
            return None;
        }
    }
    let end = end_of_noun(finder, &found.tokens);
    let phrase = phrases.noun_phrase(text, chunk);
    let anchor = if end < found.tokens.end { found.tokens.start..end } else { phrase };
    let more = text.lower(found.tokens.start) == "another"
        || is_next_one(finder, chunk) && matches!(text.lower(found.tokens.start), "a" | "an");
    let relation = if more { "additional" } else { "" };
    let group = finder.phrase_text(anchor.clone());
    let known = text.word(end.saturating_sub(1)).group;
    let mut found = one(anchor, group, relation);
    // "not a single guard"
    if phrases.previous(chunk).is_some_and(|not| phrases.is_word(text, not, "not")) {
        (found.low, found.high, found.class) = (Some(0), Some(0), "");
    }
    (need != Need::Civilian || fits(need, known, false)).then_some(found)
}

/// "the incumbent, Ona Brisk, …": a name between commas makes a noun that is not known one for a person.
fn is_named_behind(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let unknown = phrases.chunks.get(chunk).is_some_and(|found| {
        text.word(found.head).group.is_none()
            && matches!(text.lower(found.tokens.start), "the" | "a" | "an" | "his" | "her" | "its" | "their")
    });
    let comma = |chunk: &usize| phrases.kind(*chunk) == Some(ChunkKind::Comma);
    let name = phrases.next(chunk).filter(|next| unknown && comma(next)).and_then(|comma| phrases.next(comma));
    name.is_some_and(|name| {
        phrases.noun(name).is_some_and(|group| group.name && group.determiner.is_none())
            && is_one_person(finder, name)
            && phrases.next(name).is_some_and(|next| comma(&next))
    })
}

/// Whether a noun may be what a trigger needs. A noun that is not known may be a person.
fn fits(need: Need, known: Option<&Group>, numbered: bool) -> bool {
    let Some(known) = known else {
        return matches!(need, Need::Anything | Need::Being)
            || numbered && matches!(need, Need::Person | Need::Civilian);
    };
    let armed = matches!(known.class, "police" | "soldiers" | "forces");
    match need {
        Need::Anything => true,
        // "two families died" does not say how many.
        Need::Being => known.nature == Nature::Person && known.class != "households",
        Need::Person | Need::Known => known.nature == Nature::Person,
        Need::Civilian => {
            known.nature == Nature::Person
                && !armed
                && !matches!(known.class, "militants" | "criminals" | "captives" | "visitors")
        }
        Need::Forces => armed,
        Need::Property => known.nature == Nature::Property,
        Need::Household => matches!(known.class, "households" | "refugees"),
    }
}
