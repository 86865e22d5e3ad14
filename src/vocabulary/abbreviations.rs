//! Abbreviations, and what a stop after each of them can mean.

use std::sync::OnceLock;

use foldhash::HashMap;
use serde::Deserialize;

/// What kind of word was shortened; `abbreviations.tsv` tells what follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AbbreviationClass {
    /// "Mr", "Gen": a name follows.
    Title,
    /// "Dec".
    Month,
    /// "No", "p": a number follows.
    Number,
    /// "Inc", "Jr": stands after a name.
    Company,
    /// "Mon".
    Weekday,
    /// "Calif".
    Place,
    /// "vs".
    Other,
}

#[derive(Deserialize)]
struct Row {
    abbreviation: String,
    class: AbbreviationClass,
}

/// The class of `word` (lower case, without the stop), where it is an abbreviation.
pub fn class(word: &str) -> Option<AbbreviationClass> {
    classes().get(word).copied()
}

/// Every abbreviation.
pub(super) fn words() -> Vec<String> {
    classes().keys().cloned().collect()
}

fn classes() -> &'static HashMap<String, AbbreviationClass> {
    static CLASSES: OnceLock<HashMap<String, AbbreviationClass>> = OnceLock::new();
    CLASSES.get_or_init(|| {
        super::rows::<Row>("abbreviations").into_iter().map(|row| (row.abbreviation, row.class)).collect()
    })
}
