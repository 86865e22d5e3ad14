//! Whether a noun group is one person.

use super::Finder;
use super::extent::end_of_noun;
use crate::analysis::NameKind;
use crate::analysis::phrase::ChunkKind;
use crate::analysis::quantity::QuantityKind;
use crate::analysis::text::TokenKind;
use crate::vocabulary::counting::Nature;
use crate::vocabulary::number_words::{self, NumberClass};

/// Whether the noun group in `chunk` is one person: a singular noun for people, or a person's name.
pub(super) fn is_one_person(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some(found) = phrases.chunks.get(chunk) else { return false };
    // "the 26-year-old"
    let age =
        phrases.noun(chunk).filter(|group| group.bare && group.determiner.is_some()).and_then(|group| group.quantity);
    if age.and_then(|age| finder.reading.quantities.get(age)).is_some_and(|age| age.kind == QuantityKind::Age) {
        return true;
    }
    let end = end_of_noun(finder, &found.tokens);
    let Some(head) = end.checked_sub(1).filter(|head| *head >= found.tokens.start) else { return false };
    if text.lower(head) == "another" || is_next_one(finder, chunk) {
        return true;
    }
    if let Some(known) = text.word(head).group {
        return known.nature == Nature::Person
            && !known.plural
            && known.class != "households"
            && !is_quantified(text.lower(found.tokens.start));
    }
    if is_person_name(finder, head) {
        return true;
    }
    // "Bishop Anders Lund": a noun for one person with a name behind it.
    let unquantified = !is_quantified(text.lower(found.tokens.start));
    unquantified
        && (found.tokens.start..head).any(|token| {
            text.tokens.get(token + 1).is_some_and(|next| next.kind != TokenKind::Possessive)
                && text.capitalised(token + 1)
                && finder
                    .reading
                    .text
                    .word(token)
                    .group
                    .is_some_and(|known| known.nature == Nature::Person && !known.plural && known.class != "households")
        })
}

/// "a third", "the other": one more of those told of before.
pub(super) fn is_next_one(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some(found) = phrases.chunks.get(chunk) else { return false };
    if found.tokens.len() != 2 {
        return false;
    }
    let word = text.lower(found.head);
    match text.lower(found.tokens.start) {
        "a" | "an" => word == "second" || number_words::get(word).is_some_and(|word| word.class == NumberClass::Part),
        "the" => word == "other",
        _ => false,
    }
}

fn is_quantified(word: &str) -> bool {
    matches!(
        word,
        "some" | "many" | "several" | "few" | "all" | "most" | "both" | "any" | "every" | "each" | "these" | "those"
    )
}

fn is_person_name(finder: &Finder<'_>, token: usize) -> bool {
    let names = &finder.reading.names;
    let at = names.partition_point(|name| name.tokens.end <= token);
    names.get(at).is_some_and(|name| name.tokens.contains(&token) && name.kind == NameKind::Person)
}

/// Whether a noun that is not known is formed like one for a person: "a potter", "a harpist".
pub(super) fn is_agent(word: &str) -> bool {
    word.len() > 4 && ["er", "or", "ist", "ian", "man", "ant", "eer"].iter().any(|ending| word.ends_with(ending))
}

/// Whether the noun group is singular by its form, of a noun that is not known: "a seamstress", "the shaman".
pub(super) fn is_one_unknown(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some(found) = phrases.chunks.get(chunk) else { return false };
    let head = text.lower(found.head);
    let plural = head.ends_with('s') && !head.ends_with("ss") && !head.ends_with("us");
    let names = &finder.reading.names;
    let at = names.partition_point(|name| name.tokens.end <= found.head);
    if names.get(at).is_some_and(|name| name.tokens.contains(&found.head) && name.kind != NameKind::Person) {
        return false;
    }
    let article = matches!(text.lower(found.tokens.start), "a" | "an" | "another" | "his" | "her");
    let name = !article
        && found.tokens.len() > 1
        && text.lower(found.tokens.start) != "the"
        && found.tokens.clone().all(|token| text.capitalised(token) || text.raw(token) == ".");
    let known = text.word(found.head);
    known.group.is_none() && (article && !plural || name) && known.counting_noun.is_empty()
}

/// The ages that "a baker of 31" can be read to have.
const ADULT: f64 = 16.0;
const OLDEST: f64 = 110.0;

/// "a woman, 35, …": a number between commas behind one person.
pub(super) fn is_age(finder: &Finder<'_>, chunk: usize) -> bool {
    let phrases = &finder.reading.phrases;
    // "a baker of 31"
    let of = phrases.previous(chunk).filter(|of| phrases.is_word(&finder.reading.text, *of, "of"));
    let aged = of.and_then(|of| phrases.previous(of)).is_some_and(|person| {
        phrases.noun(person).is_some_and(|group| group.article && group.quantity.is_none())
            && phrases
                .chunks
                .get(person)
                .is_some_and(|found| !matches!(finder.reading.text.lower(found.head), "crew" | "staff"))
            && is_one_person(finder, person)
    });
    let number = phrases.noun(chunk).and_then(|group| group.quantity);
    let years = number.and_then(|number| finder.reading.quantities.get(number)).and_then(|found| found.low);
    if aged && years.is_some_and(|years| (ADULT..OLDEST).contains(&years)) {
        return true;
    }
    let comma = phrases.previous(chunk).filter(|comma| phrases.kind(*comma) == Some(ChunkKind::Comma));
    let person = comma.and_then(|comma| phrases.previous(comma)).is_some_and(|person| is_one_person(finder, person));
    let closed = phrases
        .next(chunk)
        .is_none_or(|next| matches!(phrases.kind(next), Some(ChunkKind::Comma | ChunkKind::Mark | ChunkKind::Break)));
    person && closed
}
