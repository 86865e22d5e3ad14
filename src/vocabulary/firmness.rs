//! Words that tell how firmly what depends on them is put (`firmness_marks.tsv`).

use std::sync::OnceLock;

use foldhash::HashMap;
use serde::Deserialize;

/// What a mark makes of what depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Firmness {
    /// It did happen: "forced to fire".
    Fact,
    /// Doubt is marked: "allegedly".
    Alleged,
    /// It may be so: "apparently".
    Possible,
    /// It has not happened: "tried to".
    Unreal,
    /// It did not happen: "refused to".
    Denied,
}

/// Where a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MarkPlace {
    /// A verb that governs.
    Verb,
    /// A noun that governs.
    Noun,
    /// Beside the verb.
    Adverb,
    /// Before a noun.
    Adjective,
    /// Behind "be": "about to".
    Predicate,
    /// At the beginning of the clause.
    Opener,
}

/// All marks, by form.
pub struct FirmnessMarks {
    forms: HashMap<String, Vec<(MarkPlace, Firmness)>>,
}

#[derive(Deserialize)]
struct Row {
    place: MarkPlace,
    firmness: Firmness,
    forms: String,
}

/// The built-in marks; they are read on first use.
pub fn get() -> &'static FirmnessMarks {
    static BUILT_IN: OnceLock<FirmnessMarks> = OnceLock::new();
    BUILT_IN.get_or_init(|| {
        let mut forms: HashMap<String, Vec<(MarkPlace, Firmness)>> = HashMap::default();
        for row in super::rows::<Row>("firmness_marks") {
            for form in row.forms.split('|') {
                forms.entry(form.to_owned()).or_default().push((row.place, row.firmness));
            }
        }
        FirmnessMarks { forms }
    })
}

impl FirmnessMarks {
    /// All that `word` (lower case) says, by where it stands.
    pub(super) fn all(&self, word: &str) -> &[(MarkPlace, Firmness)] {
        self.forms.get(word).map_or(&[], Vec::as_slice)
    }

    /// Every word that anything is known of.
    pub(super) fn words(&self) -> Vec<String> {
        self.forms.keys().cloned().collect()
    }

    /// What `word` (lower case) says in this place.
    pub fn of(&self, place: MarkPlace, word: &str) -> Option<Firmness> {
        self.forms.get(word)?.iter().find(|(own, _)| *own == place).map(|(_, firmness)| *firmness)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_known_in_its_place_only() {
        assert_eq!(get().of(MarkPlace::Verb, "tried"), Some(Firmness::Unreal));
        assert_eq!(get().of(MarkPlace::Adverb, "allegedly"), Some(Firmness::Alleged));
        assert_eq!(get().of(MarkPlace::Noun, "allegedly"), None);
    }
}
