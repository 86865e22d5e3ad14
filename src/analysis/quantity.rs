//! Numbers with their bounds: "at least 14", "two to three hundred", "dozens".

use super::date::DateMention;
use super::text::Text;
use crate::span::Span;

/// A number as the wording puts it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number expression with its qualifier, as tokens.
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
}

/// What a number is a number of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuantityKind {
    /// Things or people, or nothing said.
    Plain,
    /// An amount; the ISO 4217 code.
    Money(String),
    /// A share of a hundred.
    Percent,
    /// A measurement (kilometres, degrees, rpm); the unit as worded. Lengths of time have day, week, month, year, hour, minute.
    Measurement(String),
    /// A length of time; the unit: day, week, month, year, hour, minute, second.
    Duration(&'static str),
    /// A person's age.
    Age,
}

/// Finds the quantities of `text`, in order, without overlap; what belongs to a date is left out.
pub fn find(_text: &Text<'_>, _dates: &[DateMention]) -> Vec<Quantity> {
    Vec::new()
}
