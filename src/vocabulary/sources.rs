//! Nouns that name a source, and what kind of source they make it (`source_nouns.tsv`).

use std::sync::OnceLock;

use foldhash::HashMap;
use serde::Deserialize;

use super::rows;

/// What a source noun refers to, which tells the pronouns that can stand for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refers {
    /// "he", "she"; in the plural "they".
    Person,
    /// "it", "they".
    Body,
    /// "it".
    Document,
}

/// One form of a source noun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceNoun {
    /// A word of `source_types.tsv`.
    pub source_type: &'static str,
    /// What it refers to.
    pub refers: Refers,
    /// Whether it tells the kind by itself; "spokesman" and "source" yield to what else the phrase says.
    pub strong: bool,
    /// Whether this form is a plural.
    pub plural: bool,
}

/// All source nouns, by form.
pub struct SourceNouns {
    forms: HashMap<String, SourceNoun>,
}

#[derive(Deserialize)]
struct Row {
    noun: String,
    source_type: String,
    refers: String,
    strength: String,
    forms: String,
}

/// The built-in source nouns; they are read on first use.
pub fn get() -> &'static SourceNouns {
    static BUILT_IN: OnceLock<SourceNouns> = OnceLock::new();
    BUILT_IN.get_or_init(SourceNouns::built_in)
}

impl SourceNouns {
    fn built_in() -> Self {
        let mut forms = HashMap::default();
        for row in rows::<Row>("source_nouns") {
            let refers = match row.refers.as_str() {
                "person" => Refers::Person,
                "body" => Refers::Body,
                _ => Refers::Document,
            };
            let source_type: &'static str = row.source_type.leak();
            for form in row.forms.split('|') {
                let noun = SourceNoun {
                    source_type,
                    refers,
                    strong: row.strength == "strong",
                    plural: form != row.noun || matches!(form, "police" | "people" | "many" | "others" | "some"),
                };
                forms.insert(form.to_owned(), noun);
            }
        }
        Self { forms }
    }

    /// Every word that anything is known of.
    pub(super) fn words(&self) -> Vec<String> {
        self.forms.keys().cloned().collect()
    }

    /// The noun whose form `word` (lower case) is; of a compound with a hyphen the last part counts.
    pub fn get(&self, word: &str) -> Option<&SourceNoun> {
        self.forms.get(word).or_else(|| self.forms.get(word.rsplit_once('-')?.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_is_known() {
        #[derive(Deserialize)]
        struct Type {
            source_type: String,
        }
        let types: Vec<String> = rows::<Type>("source_types").into_iter().map(|row| row.source_type).collect();
        for row in rows::<Row>("source_nouns") {
            assert!(types.contains(&row.source_type), "{}: {}", row.noun, row.source_type);
        }
    }
}
