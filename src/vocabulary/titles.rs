//! Words that stand before a person's name: honorifics, offices, ranks and callings.

use std::sync::OnceLock;

use foldhash::HashMap;
use serde::Deserialize;

/// What a title says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TitleKind {
    /// "Mr", "Sheikh".
    Honorific,
    /// "President".
    Office,
    /// "Colonel".
    Rank,
    /// "welder", "Dr".
    Calling,
}

/// The file `titles`, indexed.
pub struct Titles {
    kinds: HashMap<String, TitleKind>,
}

#[derive(Deserialize)]
struct Title {
    title: String,
    kind: TitleKind,
}

/// The built-in titles; they are read on first use.
pub fn get() -> &'static Titles {
    static TITLES: OnceLock<Titles> = OnceLock::new();
    TITLES.get_or_init(|| Titles {
        kinds: super::rows::<Title>("titles").into_iter().map(|row| (row.title, row.kind)).collect(),
    })
}

impl Titles {
    /// Every word that anything is known of.
    pub(super) fn words(&self) -> Vec<String> {
        self.kinds.keys().cloned().collect()
    }

    /// Whether `word` (lower case, without a stop) is a title.
    pub fn is_title(&self, word: &str) -> bool {
        self.kinds.contains_key(word)
    }

    /// What the title `word` (lower case, without a stop) says.
    pub fn kind(&self, word: &str) -> Option<TitleKind> {
        self.kinds.get(word).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_have_a_kind() {
        assert_eq!(get().kind("colonel"), Some(TitleKind::Rank));
        assert!(get().is_title("president") && !get().is_title("table"));
    }
}
