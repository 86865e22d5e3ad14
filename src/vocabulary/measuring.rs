//! The words around a number: bounds, units, currencies, and what takes a number as its label.

use serde::Deserialize;

/// A row of `bounds.tsv`.
#[derive(Deserialize)]
pub struct Bound {
    /// "at least".
    pub wording: String,
    /// Where the number stands: after the wording ("before" it the wording) or before.
    pub position: Position,
    /// A word of `qualifiers.tsv`.
    pub qualifier: String,
}

/// On which side of the number a bound stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// "at least 5".
    Before,
    /// "5 or more".
    After,
}

/// A row of `units.tsv`.
#[derive(Deserialize)]
pub struct Unit {
    /// As it stands in a text.
    pub wording: String,
    /// Its one name.
    pub unit: String,
    /// What it measures.
    pub kind: UnitKind,
}

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// A share of a hundred.
    Percent,
    /// A length of time.
    Duration,
    /// Anything else.
    Measurement,
}

/// A row of `currencies.tsv`.
#[derive(Deserialize)]
pub struct Currency {
    /// ISO 4217.
    pub code: String,
    /// Words for one unit, separated by `|`.
    pub words: String,
    /// Signs and codes, separated by `|`.
    pub signs: String,
    /// Words that tell it from others of its name, separated by `|`.
    pub adjectives: String,
    /// 1 where its word alone is enough.
    pub known: u8,
}

/// A row of `numbered_things.tsv`.
#[derive(Deserialize)]
pub struct NumberedThing {
    /// "route".
    pub word: String,
    /// 1 where it takes a number also when written small.
    pub bare: u8,
}
