//! Numbers with their bounds: "at least 14", "two to three hundred", "dozens".
//!
//! `atom` takes tokens apart, `cardinal` and `numeral` add them up, `vague` reads numbers that are not said; `term` adds
//! currency and unit and leaves out what counts nothing (`label`); `range` joins two terms and `bound` reads the wording
//! around them. What belongs to a date is no quantity. Values are exact up to 2^53.

mod atom;
mod bound;
mod bounded;
mod cardinal;
mod counted;
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

use range::Joined;
use scan::Scan;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantityKind {
    /// Things or people, or nothing said.
    Plain,
    /// An amount; the ISO 4217 code, empty where the wording does not tell which of several currencies it is.
    Money(&'static str),
    /// A share of a hundred.
    Percent,
    /// A share of something: "two thirds", "half", "one in five".
    Share,
    /// A measurement (kilometres, degrees, decades); the name of the unit.
    Measurement(&'static str),
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
                (Some(bounded::quantity(&scan, &low, Some(&high), start..end, free)), end)
            }
            None if term.label => (None, term.tokens.end),
            None => (Some(bounded::quantity(&scan, &term, None, term.tokens.clone(), free)), term.tokens.end),
        };
        at = at.max(end);
        if let Some(quantity) = quantity {
            free = quantity.tokens.end;
            at = at.max(free);
            quantities.push(quantity);
        }
    }
    bounded::join_opposite(&scan, &mut quantities);
    quantities
}

/// A cheap look at whether a number can begin with this token.
fn may_begin(scan: &Scan<'_, '_>, at: usize) -> bool {
    if !scan.is_word(at) {
        return scan.is_number(at);
    }
    let word = scan.lower(at);
    let letters = scan.text.tokens.get(at).is_some_and(|token| token.letters);
    if letters || !word.bytes().any(|byte| byte == b'-' || byte.is_ascii_digit()) {
        return match word {
            "a" | "an" => may_follow_article(scan.lower(at + 1)),
            "no" | "none" | "nobody" | "both" => true,
            _ => scan.text.word(at).number.is_some(),
        };
    }
    let first = word.split('-').next().unwrap_or_default();
    match first {
        "a" | "an" => may_follow_article(scan.lower(at + 1)),
        "no" | "none" | "nobody" | "both" => true,
        _ => number_words::get(first).is_some() || word.bytes().any(|byte| byte.is_ascii_digit()),
    }
}

/// Whether "a" before this word can begin a number.
fn may_follow_article(next: &str) -> bool {
    let first = next.split('-').next().unwrap_or_default();
    number_words::get(first).is_some() || vague::is_amount(next)
}
