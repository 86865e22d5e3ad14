//! Words that tell what a name names: given names of people, and the last words of the names of bodies.

use std::sync::OnceLock;

use foldhash::{HashMap, HashSet};
use serde::Deserialize;

/// The files `given_names` and `body_nouns`, indexed in lower case.
pub struct NameWords {
    given_names: HashSet<String>,
    body_nouns: HashMap<String, bool>,
}

#[derive(Deserialize)]
struct GivenName {
    given_name: String,
}

#[derive(Deserialize)]
struct BodyNoun {
    body_noun: String,
    plain: u8,
}

/// The built-in words; they are read on first use.
pub fn get() -> &'static NameWords {
    static WORDS: OnceLock<NameWords> = OnceLock::new();
    WORDS.get_or_init(|| NameWords {
        given_names: super::rows::<GivenName>("given_names").into_iter().map(|row| row.given_name).collect(),
        body_nouns: super::rows::<BodyNoun>("body_nouns")
            .into_iter()
            .map(|row| (row.body_noun, row.plain == 1))
            .collect(),
    })
}

impl NameWords {
    /// Every word that anything is known of.
    pub(super) fn words(&self) -> Vec<String> {
        self.given_names.iter().chain(self.body_nouns.keys()).cloned().collect()
    }

    /// Whether `word` is a given name.
    pub fn is_given_name(&self, word: &str) -> bool {
        self.given_names.contains(word)
    }

    /// Whether `word` may end the name of a body of `words` words.
    pub fn ends_body(&self, word: &str, words: usize) -> bool {
        self.body_nouns.get(word).is_some_and(|plain| words > 1 || !plain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_names_are_known() {
        let words = get();
        assert!(words.is_given_name("fatima") && !words.is_given_name("window"));
        assert!(words.ends_body("ministry", 1) && words.ends_body("star", 2) && !words.ends_body("star", 1));
    }
}
