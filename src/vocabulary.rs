//! The words that the engine knows, as data: the files of `seeds/vocabulary`, tab-separated with a heading line, `#` for
//! comments. Who needs other words gives files of the same names with rows of their own, which are added. All rows together
//! become tables of the archive, so that what a word means can be looked up in it.

pub mod abbreviations;
pub mod calendar;
mod check;
pub mod counting;
pub mod cues;
pub mod events;
pub mod firmness;
pub mod geography;
pub mod grammar;
mod installed;
mod key;
pub mod measuring;
mod merge;
pub mod name_words;
pub mod number_words;
pub mod place_cues;
pub mod place_words;
pub mod publishers;
pub mod reactions;
pub mod sources;
pub mod titles;
pub mod user;
pub mod word;

pub use check::check;
pub use installed::{files, install};

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use crate::hash::Hash;

/// One vocabulary file: its name without ending, which is also the name of its table, and its content.
#[derive(Clone, Debug)]
pub struct VocabularyFile {
    /// `measures`, `events`, …
    pub name: &'static str,
    /// The whole file.
    pub content: Cow<'static, str>,
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(VocabularyFile { name: $name, content: Cow::Borrowed(include_str!(concat!("../seeds/vocabulary/", $name, ".tsv"))) }),*]
    };
}

/// The built-in files, in the order in which their tables are filled.
pub static FILES: &[VocabularyFile] = files![
    "claim_kinds",
    "measures",
    "events",
    "event_triggers",
    "event_objects",
    "event_verbs",
    "qualifiers",
    "relations",
    "polarities",
    "modalities",
    "name_kinds",
    "source_types",
    "log_kinds",
    "reading_outcomes",
    "abbreviations",
    "function_words",
    "verbs",
    "measure_triggers",
    "group_classes",
    "groups",
    "number_words",
    "countries",
    "places",
    "place_nouns",
    "titles",
    "calendar",
    "cue_classes",
    "cues",
    "firmness_marks",
    "source_nouns",
    "publishers",
    "given_names",
    "body_nouns",
    "peoples",
    "happenings",
    "reactions",
    "bounds",
    "units",
    "currencies",
    "numbered_things",
    "place_cues",
    "place_words",
];

/// The rows of the file called `name`, a user's among them, read by its heading line. A row that cannot be read is left
/// out: of the built-in ones a test reads all, and a user's are checked before they are taken.
pub fn rows<T: DeserializeOwned>(name: &str) -> Vec<T> {
    let content = files().iter().find(|file| file.name == name).map_or("", |file| &file.content);
    reader(content).deserialize().filter_map(Result::ok).collect()
}

/// A reader of vocabulary files.
pub fn reader(content: &str) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(b'\t').comment(Some(b'#')).quoting(false).from_reader(content.as_bytes())
}

/// SHA-256 over all files, names and contents: which vocabulary a derivation was made with.
pub fn digest() -> Hash {
    let parts: Vec<&[u8]> =
        files().iter().flat_map(|file| [file.name.as_bytes(), b"\n", file.content.as_bytes()]).collect();
    Hash::of_parts(&parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_every_file_can_be_read() {
        for file in FILES {
            let mut reader = reader(&file.content);
            let columns = reader.headers().unwrap().len();
            assert!(columns > 1, "{} has a heading line of one column", file.name);
            let rows: Vec<_> =
                reader.records().map(|row| row.unwrap_or_else(|error| panic!("{}: {error}", file.name))).collect();
            assert!(!rows.is_empty(), "{} is empty", file.name);
        }
    }

    #[test]
    fn every_file_explains_its_columns() {
        for file in FILES {
            let head: String = file.content.lines().take_while(|line| line.starts_with('#')).collect();
            for column in reader(&file.content).headers().unwrap() {
                assert!(head.contains(column), "{}.tsv does not explain {column}", file.name);
            }
        }
    }
}
