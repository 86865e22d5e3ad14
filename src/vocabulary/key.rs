//! By which columns a row of a user's file takes the place of a built-in one.

/// The columns that make two rows of a file the same, counted from 0, and whether the file may list them only once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The columns.
    pub columns: &'static [usize],
    /// In files of senses a word has several rows, and the first that fits decides.
    pub is_unique: bool,
}

/// The key of the file called `name`.
pub fn key(name: &str) -> Key {
    match name {
        // class, lemma and event
        "event_triggers" => Key { columns: &[0, 1, 3], is_unique: false },
        // trigger, word class and measure
        "measure_triggers" => Key { columns: &[0, 1, 2], is_unique: false },
        // lemma and role
        "event_verbs" => Key { columns: &[0, 2], is_unique: false },
        // word and class, mark and place, wording and position, cue and word class, word and use
        "calendar" | "firmness_marks" | "bounds" | "place_cues" | "place_words" => {
            Key { columns: &[0, 1], is_unique: true }
        }
        _ => Key { columns: &[0], is_unique: true },
    }
}

impl Key {
    /// The key of a row.
    pub fn of(self, row: &csv::StringRecord) -> Vec<String> {
        self.columns.iter().map(|column| row.get(*column).unwrap_or_default().to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::vocabulary::{FILES, reader};

    #[test]
    fn no_built_in_row_repeats_a_unique_key() {
        for file in FILES.iter().filter(|file| key(file.name).is_unique) {
            let mut seen = BTreeSet::new();
            for row in reader(&file.content).records() {
                let key = key(file.name).of(&row.unwrap());
                assert!(seen.insert(key.clone()), "{}: {key:?} stands twice", file.name);
            }
        }
    }
}
