//! Words that tell what a place behind them has to do with what happened (`place_cues.tsv`).

use std::sync::OnceLock;

use foldhash::HashMap;
use serde::Deserialize;

use super::{grammar, rows};

/// What a place has to do with what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PlaceRelation {
    /// Where the hurt and the dead are brought.
    Care,
    /// Where somebody is caught, held or tried.
    Custody,
    /// Where somebody is at home.
    Life,
    /// Where words are said.
    Speech,
    /// Who is taken there is a victim or a suspect; what is taken from there happened there.
    Transfer,
    /// Who goes there acts there.
    Arrival,
    /// Where a way begins or ends.
    Journey,
    /// What is taken from there happened there.
    Removal,
    /// What is ordered for it holds there.
    Decree,
}

/// The cues, by word in lower case.
pub struct PlaceCues {
    verbs: HashMap<String, PlaceRelation>,
    nouns: HashMap<String, PlaceRelation>,
}

#[derive(Deserialize)]
struct Row {
    place_cue: String,
    word_class: String,
    relation: PlaceRelation,
}

/// The built-in cues; they are read on first use.
pub fn get() -> &'static PlaceCues {
    static CUES: OnceLock<PlaceCues> = OnceLock::new();
    CUES.get_or_init(|| {
        let (mut verbs, mut nouns) = (HashMap::default(), HashMap::default());
        for row in rows::<Row>("place_cues") {
            if row.word_class == "verb" {
                for form in grammar::get().forms_of(&row.place_cue) {
                    verbs.entry(form).or_insert(row.relation);
                }
            } else {
                nouns.insert(format!("{}s", row.place_cue), row.relation);
                nouns.insert(row.place_cue, row.relation);
            }
        }
        PlaceCues { verbs, nouns }
    })
}

impl PlaceCues {
    /// What a place behind `word`, a form of a verb, is.
    pub fn verb(&self, word: &str) -> Option<PlaceRelation> {
        self.verbs.get(word).copied()
    }

    /// What a place behind the noun `word` is.
    pub fn noun(&self, word: &str) -> Option<PlaceRelation> {
        self.nouns.get(word).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_have_all_forms_and_nouns_two() {
        assert_eq!(get().verb("brought"), Some(PlaceRelation::Transfer));
        assert_eq!(get().noun("hospitals"), Some(PlaceRelation::Care));
        assert_eq!(get().verb("hospital"), None);
    }
}
