//! The words that numbers are made of.

use std::sync::OnceLock;

use foldhash::HashMap;
use serde::Deserialize;

/// What a number word does to the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberClass {
    /// Zero to nine.
    Unit,
    /// Ten to nineteen.
    Teen,
    /// Twenty to ninety.
    Ten,
    /// "Hundred", which multiplies what stands before it.
    Hundred,
    /// "Thousand" and above.
    Scale,
    /// "bn", "k": a scale, after digits alone.
    ShortScale,
    /// "Dozen".
    Dozen,
    /// "Fifth": an ordinal that is a share after a number or "a".
    Part,
    /// "Half", "quarter".
    Half,
    /// "Dozens", "hundreds": the least number meant.
    Many,
    /// "Several", "many": no number is said.
    Vague,
}

/// One number word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumberWord {
    /// Its value; the divisor of a share.
    pub value: f64,
    /// How it joins with others.
    pub class: NumberClass,
}

#[derive(Deserialize)]
struct Row {
    word: String,
    value: f64,
    class: NumberClass,
}

/// The number word `word`, in lower case.
pub fn get(word: &str) -> Option<NumberWord> {
    all().get(word).copied()
}

/// Every number word.
pub(super) fn words() -> Vec<String> {
    all().keys().cloned().collect()
}

fn all() -> &'static HashMap<String, NumberWord> {
    static WORDS: OnceLock<HashMap<String, NumberWord>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let rows = super::rows::<Row>("number_words").into_iter();
        rows.map(|row| (row.word, NumberWord { value: row.value, class: row.class })).collect()
    })
}

/// Whether `word`, in lower case, is a cardinal or a share: what a hyphen may join to another ("twenty-one", "two-thirds").
pub fn joins(word: &str) -> bool {
    let plural = word.strip_suffix('s').filter(|singular| singular.len() > 3);
    let class = get(word).or_else(|| plural.and_then(get)).map(|word| word.class);
    class.is_some_and(|class| !matches!(class, NumberClass::ShortScale | NumberClass::Many | NumberClass::Vague))
}

/// Whether `word`, in lower case, is a cardinal that can begin a number.
pub fn begins(word: &str) -> bool {
    use NumberClass::{Dozen, Hundred, Scale, Teen, Ten, Unit};
    get(word).is_some_and(|word| matches!(word.class, Unit | Teen | Ten | Hundred | Scale | Dozen))
}
