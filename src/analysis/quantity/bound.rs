//! What the words around a number make of it: "at least", "up to", "or more".

use std::sync::OnceLock;

use crate::vocabulary;
use crate::vocabulary::measuring::{Bound, Position};
use crate::vocabulary::number_words;

use super::scan::{Scan, Wordings};

/// How a number is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// The number and no other.
    Exact,
    /// Or more.
    AtLeast,
    /// Above it.
    MoreThan,
    /// Or fewer.
    UpTo,
    /// Below it.
    LessThan,
    /// Roughly.
    About,
    /// A little below it.
    Nearly,
    /// Between two numbers.
    Range,
    /// A word such as "dozens".
    Indefinite,
}

impl Qualifier {
    /// The word of `qualifiers.tsv`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::UpTo => "up_to",
            Self::LessThan => "less_than",
            Self::About => "about",
            Self::Nearly => "nearly",
            Self::Range => "range",
            Self::Indefinite => "indefinite",
        }
    }

    fn named(name: &str) -> Option<Self> {
        use Qualifier::{About, AtLeast, Exact, Indefinite, LessThan, MoreThan, Nearly, Range, UpTo};
        [Exact, AtLeast, MoreThan, UpTo, LessThan, About, Nearly, Range, Indefinite]
            .into_iter()
            .find(|qualifier| qualifier.name() == name)
    }

    /// Whether it opens one side.
    pub fn is_open(self) -> bool {
        matches!(self, Self::AtLeast | Self::MoreThan | Self::UpTo | Self::LessThan)
    }
}

/// The bounds before the number that begins with token `start`: the first of their tokens, and what they come to. Of two,
/// the one that opens a side counts ("up to about 100"), of two such the outer one.
pub fn before(scan: &Scan<'_, '_>, start: usize, earliest: usize, is_duration: bool) -> Option<(usize, Qualifier)> {
    let mut first = start;
    let mut found = None;
    while let Some((begin, qualifier)) = one_before(scan, first, earliest, is_duration) {
        found = match found {
            Some(inner @ Qualifier::Exact) if qualifier == Qualifier::Exact => Some(inner),
            Some(inner) if Qualifier::is_open(inner) && !qualifier.is_open() => Some(inner),
            _ => Some(qualifier),
        };
        first = begin;
    }
    found.map(|qualifier| (first, qualifier))
}

fn one_before(scan: &Scan<'_, '_>, start: usize, earliest: usize, is_duration: bool) -> Option<(usize, Qualifier)> {
    for end in [Some(start), more_of_them(scan, start)].into_iter().flatten() {
        if let Some((begin, qualifier)) = befores().ending(scan, end)
            && begin >= earliest
            && (begin..end).all(|token| !scan.dated(token))
            && !is_other_word(scan, begin, end, start, is_duration)
        {
            return Some((begin, *qualifier));
        }
    }
    None
}

/// Where "another" or "a further" stands between a bound and its number: the token that it begins with.
fn more_of_them(scan: &Scan<'_, '_>, start: usize) -> Option<usize> {
    match scan.before(start, 1) {
        "further" | "additional" | "other" if matches!(scan.before(start, 2), "a" | "an") => start.checked_sub(2),
        "another" | "further" | "additional" | "other" => start.checked_sub(1),
        _ => None,
    }
}

/// Whether the words are a preposition of place or time here: "over three days" is a time, "under one roof" a place.
fn is_other_word(scan: &Scan<'_, '_>, begin: usize, end: usize, start: usize, is_duration: bool) -> bool {
    let single = begin + 1 == end;
    if single && scan.lower(begin) == "over" && HANDING.contains(&scan.before(begin, 1)) {
        return true;
    }
    match scan.lower(begin) {
        "over" if single && is_duration => {
            let earlier = scan.before(begin, 1);
            scan.is_number(begin.wrapping_sub(1)) || earlier.is_empty() || earlier == "," || earlier.ends_with("ed")
        }
        "about" if scan.before(begin, 1) == "how" => true,
        "under" | "over" | "above" | "below" | "around" | "about" if single => {
            scan.lower(start) == "one" && number_words::get(scan.after(start, 1)).is_none()
        }
        _ => false,
    }
}

/// Verbs whose "over" belongs to them: "handed over 29 bodies".
const HANDING: &[&str] = &[
    "hand", "hands", "handed", "handing", "turn", "turned", "turning", "sign", "signed", "knocked", "running", "knock",
    "pulled", "bowled", "presides", "preside", "presided", "ruled", "rules",
];

/// The bound after the number that ends before token `end`: the token after it, and what it comes to. It may stand
/// behind the noun ("20 people or more"): then the second is what follows and the number keeps its tokens.
pub fn after(scan: &Scan<'_, '_>, end: usize) -> Option<(usize, Qualifier)> {
    let hyphen = scan.after(end - 1, 1) == "-" && scan.glued(end) && scan.glued(end + 1);
    let at = if hyphen { end + 1 } else { end };
    if !scan.same_sentence(end - 1, at) || scan.dated(at) {
        return None;
    }
    if let Some((next, qualifier)) = afters().starting(scan, at)
        && (next..next + 2).all(|token| !scan.is_number(token) || !scan.same_sentence(end - 1, token))
    {
        let glue_needed = matches!(scan.lower(at), "+" | "odd" | "ish");
        let glued = hyphen || scan.glued(at);
        let joins = scan.lower(at) == "plus" && !glued && !scan.after(at, 1).is_empty();
        return ((glued || !glue_needed) && !joins).then_some((next, *qualifier));
    }
    let noun = scan.is_word(end) && !hyphen && scan.after(end - 1, 2) == "or" && !scan.capitalised(end);
    let (next, qualifier) = afters().starting(scan, end + 1).filter(|_| noun)?;
    (!scan.is_number(next)).then_some((end, *qualifier))
}

fn befores() -> &'static Wordings<Qualifier> {
    static BEFORES: OnceLock<Wordings<Qualifier>> = OnceLock::new();
    BEFORES.get_or_init(|| wordings(Position::Before))
}

fn afters() -> &'static Wordings<Qualifier> {
    static AFTERS: OnceLock<Wordings<Qualifier>> = OnceLock::new();
    AFTERS.get_or_init(|| wordings(Position::After))
}

fn wordings(position: Position) -> Wordings<Qualifier> {
    let rows = vocabulary::rows::<Bound>("bounds").into_iter().filter(|row| row.position == position);
    Wordings::new(rows.filter_map(|row| Some((row.wording, Qualifier::named(&row.qualifier)?))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bound_has_a_known_qualifier() {
        for row in vocabulary::rows::<Bound>("bounds") {
            assert!(Qualifier::named(&row.qualifier).is_some(), "{}: {}", row.wording, row.qualifier);
        }
    }
}
