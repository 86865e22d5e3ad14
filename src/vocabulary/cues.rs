//! Cues: the verbs and phrases that put something on somebody's word (`cues.tsv`).

use std::sync::OnceLock;

use foldhash::HashMap;
use serde::Deserialize;

use super::rows;
use crate::analysis::Text;

/// One cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// A word of `cue_classes.tsv`.
    pub class: &'static str,
    /// A verb, and no preposition.
    pub verb: bool,
    takes: Vec<String>,
}

impl Cue {
    /// Whether it takes its content in no other way.
    pub fn takes_only(&self, way: &str) -> bool {
        self.takes.iter().all(|own| own == way)
    }

    /// Whether it takes its content in this way: a word of the column `takes`.
    pub fn takes(&self, way: &str) -> bool {
        self.takes.iter().any(|own| own == way)
    }
}

/// The form in which a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueForm {
    /// "say"
    Base,
    /// "says"
    ThirdPerson,
    /// "said"; where past and participle are one word it is this.
    Past,
    /// "written"
    Participle,
    /// "saying"
    Ing,
    /// "according to"
    Phrase,
}

/// A cue as it stands in a text.
#[derive(Clone, Copy, Debug)]
pub struct CueUse {
    /// What it is.
    pub cue: &'static Cue,
    /// Its form.
    pub form: CueForm,
    /// How many tokens it has.
    pub length: usize,
}

/// All cues, by first word.
pub struct Cues {
    cues: Vec<Cue>,
    by_first_word: HashMap<String, Vec<Entry>>,
}

/// One form of a cue, by its first word.
#[derive(Debug)]
pub struct Entry {
    rest: Vec<String>,
    cue: usize,
    form: CueForm,
}

#[derive(Deserialize)]
struct Row {
    kind: String,
    class: String,
    takes: String,
    forms: String,
}

/// The built-in cues; they are read on first use.
pub fn get() -> &'static Cues {
    static BUILT_IN: OnceLock<Cues> = OnceLock::new();
    BUILT_IN.get_or_init(Cues::built_in)
}

impl Cues {
    fn built_in() -> Self {
        let mut cues = Vec::new();
        let mut by_first_word: HashMap<String, Vec<Entry>> = HashMap::default();
        for row in rows::<Row>("cues") {
            let verb = row.kind == "verb";
            let forms: Vec<&str> = row.forms.split('|').collect();
            for (position, &form) in forms.iter().enumerate() {
                // "put" is past and plain form alike: it is the past, which fits every subject.
                let plain_as_past = position == 0 && forms.get(2) == Some(&form);
                if plain_as_past || position > 2 && forms[..position].contains(&form) {
                    continue;
                }
                let mut words = form.split(' ').map(str::to_owned);
                let Some(first) = words.next() else { continue };
                let rest: Vec<String> = words.collect();
                let form = if verb { verb_form(position) } else { CueForm::Phrase };
                by_first_word.entry(first).or_default().push(Entry { rest, cue: cues.len(), form });
            }
            cues.push(Cue { class: row.class.leak(), verb, takes: row.takes.split('|').map(str::to_owned).collect() });
        }
        for entries in by_first_word.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
        }
        Self { cues, by_first_word }
    }

    /// The cues that begin with `word`, longest first.
    pub(super) fn beginning(&self, word: &str) -> &[Entry] {
        self.by_first_word.get(word).map_or(&[], Vec::as_slice)
    }

    /// Every word that anything is known of.
    pub(super) fn words(&self) -> Vec<String> {
        self.by_first_word.keys().cloned().collect()
    }

    /// The plainest cue, for words that attribute by their place alone.
    pub fn say(&'static self) -> &'static Cue {
        static PLAIN: OnceLock<Cue> = OnceLock::new();
        PLAIN.get_or_init(|| Cue { class: "neutral", verb: true, takes: vec!["clause".to_owned(), "quote".to_owned()] })
    }

    /// The cue that begins at `token`, the longest where several do.
    pub fn at(&'static self, text: &Text<'_>, token: usize) -> Option<CueUse> {
        let entries = text.word(token).cues;
        let fits = |entry: &&Entry| {
            entry.rest.iter().enumerate().all(|(offset, word)| text.lower(token + 1 + offset) == word.as_str())
        };
        let entry = entries.iter().find(fits)?;
        Some(CueUse { cue: self.cues.get(entry.cue)?, form: entry.form, length: entry.rest.len() + 1 })
    }
}

fn verb_form(position: usize) -> CueForm {
    match position {
        0 => CueForm::Base,
        1 => CueForm::ThirdPerson,
        2 => CueForm::Past,
        3 => CueForm::Participle,
        _ => CueForm::Ing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_are_found_in_every_form() {
        let cues = get();
        for (words, class, form, length) in [
            ("says", "neutral", CueForm::ThirdPerson, 1),
            ("According to them", "neutral", CueForm::Phrase, 2),
            ("written", "neutral", CueForm::Participle, 1),
            ("alleging", "distance", CueForm::Ing, 1),
            ("denied", "denial", CueForm::Past, 1),
            ("pointed out", "neutral", CueForm::Past, 2),
        ] {
            let found = cues.at(&Text::new(words), 0).unwrap_or_else(|| panic!("{words} is no cue"));
            assert_eq!((found.cue.class, found.form, found.length), (class, form, length), "{words}");
        }
        assert!(cues.at(&Text::new("pointed at"), 0).is_none());
    }

    #[test]
    fn every_class_has_a_meaning() {
        #[derive(Deserialize)]
        struct Class {
            cue_class: String,
        }
        let classes: Vec<String> = rows::<Class>("cue_classes").into_iter().map(|row| row.cue_class).collect();
        for cue in &get().cues {
            assert!(classes.iter().any(|class| class == cue.class), "{}", cue.class);
        }
    }
}
