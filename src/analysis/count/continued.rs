//! Numbers without a noun of their own, which go on with what was counted before: "64 of them were children", "there could
//! be a hundred", "Cusco has recorded 41", "a further 250 will arrive".
//!
//! What they count is what the last count of several people before them counted, unless their own verb says otherwise.

use super::Finder;
use super::counted::Tally;
use super::role::Role;
use super::sense::said_of;
use crate::analysis::phrase::{ChunkKind, Voice};

/// How many sentences behind what they go on with such numbers stand.
const REACH: usize = 2;

/// Beginnings of verbs of keeping count, whose object goes on with what is counted.
const RECORDING: [&str; 13] = [
    "regist",
    "record",
    "report",
    "count",
    "log",
    "confirm",
    "list",
    "document",
    "tall",
    "suffer",
    "acknowledg",
    "admit",
    "mention",
];

/// Beginnings of verbs which say that it went otherwise with these than with those counted before.
const OTHERWISE: [&str; 24] = [
    "rescu",
    "sav",
    "surviv",
    "escap",
    "free",
    "releas",
    "treat",
    "charg",
    "accus",
    "convict",
    "sentenc",
    "acquit",
    "tri",
    "indict",
    "fin",
    "evacuat",
    "discharg",
    "admit",
    "expect",
    "return",
    "question",
    "investigat",
    "reopen",
    "repatriat",
];

/// What `found` counts, and how it is related to what was counted before.
pub(super) fn measure(finder: &Finder<'_>, found: &Tally, role: Role) -> Option<(&'static str, &'static str)> {
    let phrases = &finder.reading.phrases;
    let group = phrases.noun(found.chunk)?;
    let elliptic =
        group.bare || found.group.is_empty() || matches!(found.group.as_str(), "them" | "whom" | "others" | "names");
    // "40 shells, 24 of which were found"
    let of_which = || {
        let of = phrases.next(found.chunk).filter(|of| phrases.is_word(&finder.reading.text, *of, "of"));
        of.and_then(|of| phrases.next(of)).is_some_and(|which| phrases.is_word(&finder.reading.text, which, "which"))
    };
    if !elliptic || of_which() {
        return None;
    }
    let told = fronted(finder, found.chunk).map(|measure| (measure, "subset"));
    let (measure, relation) = told.or_else(|| last(finder, found.chunk).map(|measure| (measure, "")))?;
    let goes_on = match role {
        _ if all_but(finder, found) => true,
        // "two of whom appear to have been hit": whatever is said of them, they are of those counted.
        Role::Subject(verb) if is_of_whom(finder, found.chunk) => !is_otherwise(finder, verb),
        Role::Subject(verb) if is_the_other(finder, found) => !is_otherwise(finder, verb),
        Role::Behind(_) if is_of_them(finder, found) => true,
        Role::Subject(verb) => of_subject(finder, verb, measure),
        Role::Object(verb) => of_object(finder, verb),
        Role::Behind(of) => spoken_of(finder, of),
        Role::None => false,
    };
    // "the rebels claimed more than 300": another figure for the same.
    let reports = |verb: usize| phrases.verb(verb).is_some_and(|group| group.reports);
    let relation = if matches!(role, Role::Object(verb) if reports(verb)) { "total" } else { relation };
    goes_on.then_some((measure, relation))
}

/// "two of whom"
fn is_of_whom(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let of = phrases.next(chunk).filter(|of| phrases.is_word(text, *of, "of"));
    of.and_then(|of| phrases.next(of)).is_some_and(|whom| phrases.is_word(text, whom, "whom"))
}

/// "the names of 59 of them"
fn is_of_them(finder: &Finder<'_>, found: &Tally) -> bool {
    let text = &finder.reading.text;
    found.anchor.clone().any(|token| matches!(text.lower(token), "them" | "whom"))
}

/// "the other nine", "the remaining nine"
fn is_the_other(finder: &Finder<'_>, found: &Tally) -> bool {
    let text = &finder.reading.text;
    let start = found.anchor.start;
    text.lower(start) == "the" && matches!(text.lower(start + 1), "other" | "remaining")
}

/// Whether `verb` says that it went otherwise with its subject than with those counted before.
fn is_otherwise(finder: &Finder<'_>, verb: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let word = phrases.chunks.get(verb).map_or("", |found| text.lower(found.head));
    OTHERWISE.iter().any(|stem| word.starts_with(stem)) || is_at_large(finder, verb)
}

/// "the other three are still at large", "two were unhurt"
pub(super) fn is_at_large(finder: &Finder<'_>, verb: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some(end) = phrases.verb(verb).filter(|verb| verb.copula).and_then(|_| phrases.chunks.get(verb)) else {
        return false;
    };
    (end.tokens.end..end.tokens.end + 3).any(|token| {
        matches!(text.lower(token), "large" | "alive" | "free" | "safe" | "unhurt" | "unharmed" | "uninjured" | "well")
    })
}

fn of_subject(finder: &Finder<'_>, verb: usize, measure: &str) -> bool {
    let phrases = &finder.reading.phrases;
    let Some(group) = phrases.verb(verb) else { return false };
    if is_otherwise(finder, verb) {
        return false;
    }
    match measure {
        // Whoever was sent there or took part stays so, whatever it is that he does.
        "security_forces" | "protesters" | "on_strike" | "displaced" => !group.reports,
        // The dead do nothing any more.
        "killed" => group.copula || group.voice == Voice::Passive && !group.reports,
        _ => group.copula,
    }
}

fn of_object(finder: &Finder<'_>, verb: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some((group, found)) = phrases.verb(verb).zip(phrases.chunks.get(verb)) else { return false };
    let word = text.lower(found.head);
    let there = group.copula && phrases.subject_of(verb).is_some_and(|there| phrases.is_word(text, there, "there"));
    let lists = matches!(word, "has" | "have" | "had" | "holds" | "held" | "bears" | "bore");
    there || group.reports || lists && is_of_names(finder, verb) || is_recording(word)
}

/// Whether `word` is a form of a verb of keeping count.
pub(super) fn is_recording(word: &str) -> bool {
    RECORDING.iter().any(|stem| word.starts_with(stem))
}

/// "a list with 52 names", "the list has 52 names"
fn is_of_names(finder: &Finder<'_>, verb: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let object = phrases.object_of(verb).and_then(|object| phrases.chunks.get(object));
    object.is_some_and(|object| text.lower(object.head) == "names")
}

/// "All but four were let go": the four still are what all of them were.
fn all_but(finder: &Finder<'_>, found: &Tally) -> bool {
    let text = &finder.reading.text;
    let start = found.anchor.start;
    let before = |back: usize| start.checked_sub(back).map_or("", |token| text.lower(token));
    before(2) == "all" && before(1) == "but" || text.lower(start) == "all" && text.lower(start + 1) == "but"
}

/// "The first bulletin spoke of 18."
fn spoken_of(finder: &Finder<'_>, of: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let verb = phrases.previous(of).filter(|verb| phrases.is_word(text, of, "of") && phrases.verb(*verb).is_some());
    let word = verb.and_then(|verb| phrases.chunks.get(verb)).map_or("", |verb| text.lower(verb.head));
    matches!(word, "spoke" | "speak" | "speaks" | "spoken" | "talked" | "talk" | "talks" | "told" | "heard")
}

/// "Of the deaths, 64 were children": what the phrase before the number says.
fn fronted(finder: &Finder<'_>, chunk: usize) -> Option<&'static str> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let comma = phrases.previous(chunk).filter(|comma| phrases.kind(*comma) == Some(ChunkKind::Comma))?;
    let whole = phrases.previous(comma).filter(|whole| phrases.noun(*whole).is_some())?;
    phrases.previous(whole).filter(|of| phrases.is_word(text, *of, "of") && phrases.previous(*of).is_none())?;
    let head = phrases.chunks.get(whole)?.tokens.end - 1;
    let sense = said_of(finder, head).or_else(|| text.word(head).counting_noun.first())?;
    Some(sense.measure)
}

/// What the last count of several people before `chunk` counted.
fn last(finder: &Finder<'_>, chunk: usize) -> Option<&'static str> {
    let phrases = &finder.reading.phrases;
    let sentence = |chunk: usize| phrases.chunks.get(chunk).map_or(0, |chunk| chunk.sentence);
    let before = finder.chunks.iter().zip(&finder.claims).filter(|(other, claim)| {
        **other < chunk
            && sentence(**other) + REACH >= sentence(chunk)
            && claim.low.or(claim.high).is_some_and(|number| number > 1)
            && !matches!(claim.measure, "money" | "term")
    });
    let (_, claim) = before.max_by_key(|(other, _)| **other)?;
    Some(claim.measure).filter(|measure| !matches!(*measure, "people" | "population" | "buildings"))
}
