//! Numbers with their bounds: "at least 14", "two to three hundred", "dozens".
//!
//! `atom` takes tokens apart, `cardinal` and `numeral` add them up, `vague` reads numbers that are not said; `term` adds
//! currency and unit and leaves out what counts nothing (`label`); `range` joins two terms and `bound` reads the wording
//! around them. What belongs to a date is no quantity. Values are exact up to 2^53.

mod atom;
mod bound;
mod cardinal;
mod digits;
mod label;
mod money;
mod numeral;
mod one;
mod range;
mod scan;
mod term;
#[cfg(test)]
mod tests;
mod unit;
mod vague;

use super::date::DateMention;
use super::text::Text;
use crate::span::Span;
use crate::vocabulary::number_words;

use bound::Qualifier;
use range::Joined;
use scan::Scan;
use term::Term;

/// A number as the wording puts it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number expression with its qualifier, currency and unit, as tokens.
    pub tokens: std::ops::Range<usize>,
    /// The same as bytes.
    pub span: Span,
    /// The least value; `None` is open.
    pub low: Option<f64>,
    /// The greatest value; `None` is open.
    pub high: Option<f64>,
    /// A word of `qualifiers.tsv`.
    pub qualifier: &'static str,
    /// What kind of number it is, so that claims use only what counts.
    pub kind: QuantityKind,
    /// Whether the wording names a number, unlike "several", "both" and "no one".
    pub named: bool,
}

/// What a number is a number of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuantityKind {
    /// Things or people, or nothing said.
    Plain,
    /// An amount; the ISO 4217 code, empty where the wording does not tell which of several currencies it is.
    Money(String),
    /// A share of a hundred.
    Percent,
    /// A share of something: "two thirds", "half", "one in five".
    Share,
    /// A measurement (kilometres, degrees, decades); the name of the unit.
    Measurement(String),
    /// A length of time; the unit: day, week, month, year, hour, minute, second.
    Duration(&'static str),
    /// A person's age.
    Age,
}

/// Finds the quantities of `text`, in order, without overlap; what belongs to a date is left out.
pub fn find(text: &Text<'_>, dates: &[DateMention]) -> Vec<Quantity> {
    let scan = Scan::new(text, dates);
    let mut quantities: Vec<Quantity> = Vec::new();
    let mut at = 0;
    // The first token that no quantity has taken.
    let mut free = 0;
    while at < text.tokens.len() {
        if !may_begin(&scan, at) {
            at += 1;
            continue;
        }
        let Some(term) = term::read(&scan, at, free) else {
            at += 1;
            continue;
        };
        at = term.tokens.end.max(at + 1);
        let (quantity, end) = match range::read(&scan, &term, free) {
            Some(Joined::Nothing(end)) => (None, end),
            Some(Joined::Range { low, high, start }) => {
                let end = high.tokens.end;
                (Some(bounded(&scan, &low, Some(&high), start..end, free)), end)
            }
            None if term.label => (None, term.tokens.end),
            None => (Some(bounded(&scan, &term, None, term.tokens.clone(), free)), term.tokens.end),
        };
        at = at.max(end);
        if let Some(quantity) = quantity {
            free = quantity.tokens.end;
            at = at.max(free);
            quantities.push(quantity);
        }
    }
    join_opposite_bounds(&scan, &mut quantities);
    quantities
}

/// A cheap look at whether a number can begin with this token.
fn may_begin(scan: &Scan<'_, '_>, at: usize) -> bool {
    if scan.is_number(at) {
        return true;
    }
    if !scan.is_word(at) {
        return false;
    }
    let word = scan.lower(at);
    let first = word.split_once('-').map_or(word, |(first, _)| first);
    match first {
        "a" | "an" => {
            number_words::get(scan.lower(at + 1)).is_some()
                || matches!(
                    scan.lower(at + 1),
                    "number"
                        | "large"
                        | "small"
                        | "growing"
                        | "great"
                        | "significant"
                        | "considerable"
                        | "good"
                        | "mere"
                )
                || scan.lower(at + 1).contains('-')
        }
        "no" | "none" | "nobody" | "both" => true,
        _ => {
            number_words::get(first).is_some()
                || word.as_bytes().last().is_some_and(u8::is_ascii_digit)
                || word.bytes().any(|byte| byte.is_ascii_digit())
        }
    }
}

/// Puts the bounds of the wording on a number or a range.
fn bounded(
    scan: &Scan<'_, '_>,
    low: &Term,
    high: Option<&Term>,
    tokens: std::ops::Range<usize>,
    free: usize,
) -> Quantity {
    let is_duration = matches!(low.kind, QuantityKind::Duration(_));
    let before = bound::before(scan, tokens.start, free, is_duration);
    let after = bound::after(scan, tokens.end);
    let start = before.map_or(tokens.start, |(start, _)| start);
    let end = after.map_or(tokens.end, |(end, _)| end);
    let found = match (before.map(|(_, qualifier)| qualifier), after.map(|(_, qualifier)| qualifier)) {
        (Some(before), Some(after)) if before.is_open() || !after.is_open() => Some(before),
        (before, after) => after.or(before),
    };
    let least = low.value;
    let most = high.map_or(low.value, |high| high.value);
    let base = if low.qualifier == Qualifier::Indefinite {
        Qualifier::Indefinite
    } else if high.is_some() {
        Qualifier::Range
    } else {
        low.qualifier
    };
    let qualifier = match found {
        Some(found) if found.is_open() => found,
        Some(_) if base != Qualifier::Exact => base,
        Some(found) => found,
        None => base,
    };
    let (low_end, high_end) = match qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan => (Some(least), None),
        Qualifier::UpTo | Qualifier::LessThan => (None, Some(most)),
        Qualifier::Indefinite => (Some(least), None),
        _ => (Some(least), Some(most)),
    };
    let tokens = start..end;
    Quantity {
        span: scan.text.span(tokens.clone()),
        tokens,
        low: low_end.map(rounded),
        high: high_end.map(rounded),
        qualifier: qualifier.name(),
        kind: high.map_or_else(|| low.kind.clone(), |high| high.kind.clone()),
        named: low.named,
    }
}

/// Shares are cut to the 15 figures that a float holds for certain; whole numbers stay as they are.
fn rounded(value: f64) -> f64 {
    if value.fract() == 0.0 { value } else { format!("{value:.14e}").parse().unwrap_or(value) }
}

/// "at least 20 and at most 30" is one range.
fn join_opposite_bounds(scan: &Scan<'_, '_>, quantities: &mut Vec<Quantity>) {
    let mut at = 0;
    while at + 1 < quantities.len() {
        let (first, second) = (&quantities[at], &quantities[at + 1]);
        let between = first.tokens.end..second.tokens.start;
        let joined = between.len() <= 2
            && !between.is_empty()
            && between.clone().all(|token| matches!(scan.lower(token), "and" | "but" | "," | "possibly" | "perhaps"))
            && scan.same_sentence(first.tokens.start, second.tokens.start);
        let ends = match ((first.low, first.high), (second.low, second.high)) {
            ((Some(low), None), (None, Some(high))) | ((None, Some(high)), (Some(low), None)) if low < high => {
                Some((low, high))
            }
            _ => None,
        };
        let both_open = ![first, second].iter().any(|quantity| quantity.qualifier == Qualifier::Indefinite.name());
        match ends {
            Some((low, high)) if joined && both_open && first.kind == second.kind => {
                let tokens = first.tokens.start..second.tokens.end;
                let kind = first.kind.clone();
                let span = scan.text.span(tokens.clone());
                let qualifier = Qualifier::Range.name();
                quantities[at] =
                    Quantity { tokens, span, low: Some(low), high: Some(high), qualifier, kind, named: true };
                quantities.remove(at + 1);
            }
            _ => at += 1,
        }
    }
}
