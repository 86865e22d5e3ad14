//! The words that the engine knows, as data: the files of `seeds/vocabulary`, tab-separated with a heading line, `#` for
//! comments. Extending dossier to another kind of event means adding lines there. The same rows become tables of the
//! archive, so that what a word means can be looked up in it.

pub mod abbreviations;
pub mod calendar;
pub mod counting;
pub mod cues;
pub mod events;
pub mod firmness;
pub mod geography;
pub mod grammar;
pub mod measuring;
pub mod name_words;
pub mod number_words;
pub mod publishers;
pub mod sources;
pub mod titles;

use serde::de::DeserializeOwned;

use crate::hash::Hash;

/// One vocabulary file: its name without ending, which is also the name of its table, and its content.
pub struct VocabularyFile {
    /// `measures`, `events`, …
    pub name: &'static str,
    /// The whole file.
    pub content: &'static str,
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(VocabularyFile { name: $name, content: include_str!(concat!("../seeds/vocabulary/", $name, ".tsv")) }),*]
    };
}

/// All files, in the order in which their tables are filled.
pub const FILES: &[VocabularyFile] = files![
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
    "bounds",
    "units",
    "currencies",
    "numbered_things",
];

/// The rows of the file called `name`, read by its heading line. The files are part of the program, so that a row that
/// cannot be read is a fault of the program; a test reads them all.
pub fn rows<T: DeserializeOwned>(name: &str) -> Vec<T> {
    let content = FILES.iter().find(|file| file.name == name).map_or("", |file| file.content);
    reader(content).deserialize().filter_map(Result::ok).collect()
}

/// A reader of vocabulary files.
pub fn reader(content: &str) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(b'\t').comment(Some(b'#')).quoting(false).from_reader(content.as_bytes())
}

/// SHA-256 over all files, names and contents: which vocabulary a derivation was made with.
pub fn digest() -> Hash {
    let parts: Vec<&[u8]> =
        FILES.iter().flat_map(|file| [file.name.as_bytes(), b"\n", file.content.as_bytes()]).collect();
    Hash::of_parts(&parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_every_file_can_be_read() {
        for file in FILES {
            let mut reader = reader(file.content);
            let columns = reader.headers().unwrap().len();
            assert!(columns > 1, "{} has a heading line of one column", file.name);
            let rows: Vec<_> =
                reader.records().map(|row| row.unwrap_or_else(|error| panic!("{}: {error}", file.name))).collect();
            assert!(!rows.is_empty(), "{} is empty", file.name);
        }
    }
}
