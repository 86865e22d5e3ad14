//! Words that turn to what happened before (`reactions.tsv`): "jailed for", "mourned", "an inquiry into".

use std::sync::OnceLock;

use foldhash::HashMap;
use serde::Deserialize;

#[derive(Deserialize)]
struct Row {
    forms: String,
    leads: String,
}

/// The file `reactions`, by form.
pub struct Reactions {
    leads: HashMap<String, Vec<String>>,
}

impl Reactions {
    fn new() -> Self {
        let mut leads: HashMap<String, Vec<String>> = HashMap::default();
        for row in super::rows::<Row>("reactions") {
            for form in row.forms.split('|') {
                leads.entry(form.to_owned()).or_default().extend(row.leads.split('|').map(str::to_owned));
            }
        }
        Self { leads }
    }

    /// Every word that anything is known of.
    pub(super) fn words(&self) -> Vec<String> {
        self.leads.keys().cloned().collect()
    }

    /// The words that lead from `word` to what it turns to, "-" where it needs none; nothing where it is no such word.
    pub fn leads(&self, word: &str) -> &[String] {
        self.leads.get(word).map_or(&[], Vec::as_slice)
    }
}

/// The words, read once.
pub fn get() -> &'static Reactions {
    static READ: OnceLock<Reactions> = OnceLock::new();
    READ.get_or_init(Reactions::new)
}
