//! Whether a user's files can be used: heading lines, cells, and words that refer to other words. Which words a column
//! takes is told by the built-in rows: a column that is never empty there is needed, and one of a closed set takes only
//! what occurs there.

use std::collections::{BTreeSet, HashMap};

use super::key::key;
use super::merge::merge;
use super::user::{Fault, UserFile};
use super::{FILES, VocabularyFile, calendar, reader};

/// Files that list what the program itself tells apart: more rows would mean nothing.
pub const CLOSED: &[&str] = &[
    "claim_kinds",
    "qualifiers",
    "relations",
    "polarities",
    "modalities",
    "name_kinds",
    "log_kinds",
    "reading_outcomes",
    "cue_classes",
];

/// What a column takes, cell by cell or item by item between bars.
enum Rule {
    /// What occurs in the built-in rows.
    Closed,
    /// 0 or 1.
    Flag,
    /// A number.
    Number,
    /// A word of this column of this file, or one of these.
    WordOf(&'static str, &'static str, &'static [&'static str]),
}

/// The columns that do not take any text.
const RULES: &[(&str, &str, Rule)] = &[
    ("abbreviations", "class", Rule::Closed),
    ("body_nouns", "plain", Rule::Flag),
    ("bounds", "position", Rule::Closed),
    ("bounds", "qualifier", Rule::WordOf("qualifiers", "qualifier", &[])),
    ("calendar", "class", Rule::Closed),
    ("cues", "kind", Rule::Closed),
    ("cues", "class", Rule::WordOf("cue_classes", "cue_class", &[])),
    ("cues", "takes", Rule::Closed),
    ("currencies", "known", Rule::Flag),
    ("event_triggers", "class", Rule::Closed),
    ("event_triggers", "event", Rule::WordOf("events", "event", &[])),
    ("event_triggers", "subject", Rule::WordOf("event_objects", "class", &["none"])),
    (
        "event_triggers",
        "phrase",
        Rule::WordOf("event_objects", "class", &["none", "occur", "do", "undergo", "cause", "result"]),
    ),
    ("event_triggers", "object", Rule::WordOf("event_objects", "class", &["none"])),
    ("event_triggers", "frame", Rule::Closed),
    ("event_verbs", "role", Rule::Closed),
    ("firmness_marks", "place", Rule::Closed),
    ("firmness_marks", "firmness", Rule::Closed),
    ("function_words", "word_class", Rule::Closed),
    ("given_names", "place", Rule::Flag),
    ("group_classes", "nature", Rule::Closed),
    ("group_classes", "excludes", Rule::WordOf("group_classes", "group_class", &[])),
    ("groups", "group_class", Rule::WordOf("group_classes", "group_class", &[])),
    ("measure_triggers", "word_class", Rule::Closed),
    ("measure_triggers", "measure", Rule::WordOf("measures", "measure", &[])),
    ("measure_triggers", "counted", Rule::Closed),
    ("measure_triggers", "needs", Rule::Closed),
    ("number_words", "value", Rule::Number),
    ("number_words", "class", Rule::Closed),
    ("numbered_things", "bare", Rule::Flag),
    ("place_nouns", "class", Rule::Closed),
    ("place_nouns", "administrative", Rule::Flag),
    ("places", "country", Rule::WordOf("countries", "iso", &[])),
    ("places", "class", Rule::Closed),
    ("publishers", "kind", Rule::Closed),
    ("source_nouns", "source_type", Rule::WordOf("source_types", "source_type", &[])),
    ("source_nouns", "refers", Rule::Closed),
    ("source_nouns", "strength", Rule::Closed),
    ("titles", "kind", Rule::Closed),
    ("units", "kind", Rule::Closed),
    ("verbs", "noun", Rule::Flag),
];

/// Columns that may be empty although no built-in row leaves them so: PLOVER has no type for a flood.
const MAY_BE_EMPTY: &[(&str, &str)] = &[("events", "plover")];

/// Checks all of a user's files together: what one refers to may stand in another.
///
/// # Errors
/// The first fault, with its file and line.
pub fn check(files: &[UserFile]) -> Result<(), Fault> {
    files.iter().try_for_each(|file| Checked { file, all: files }.check())
}

/// The files without those that have faults.
pub fn usable(mut files: Vec<UserFile>) -> Vec<UserFile> {
    while let Err(fault) = check(&files) {
        files.retain(|file| file.name != fault.name);
    }
    files
}

/// A file among all.
struct Checked<'a> {
    file: &'a UserFile,
    all: &'a [UserFile],
}

impl Checked<'_> {
    fn check(&self) -> Result<(), Fault> {
        let name = self.file.name.as_str();
        let Some(built_in) = FILES.iter().find(|file| file.name == name) else {
            return Err(self.fault(None, "there is no vocabulary file of this name", "see seeds/vocabulary"));
        };
        if CLOSED.contains(&name) {
            let reason = "this file lists what the program itself tells apart and cannot be added to";
            return Err(self.fault(None, reason, "leave it out"));
        }
        let columns = reader(&built_in.content).headers().cloned().unwrap_or_default();
        let heading = columns.iter().collect::<Vec<_>>().join("\t");
        let mut reader = reader(&self.file.content);
        let is_right = reader.headers().is_ok_and(|headings| *headings == columns);
        if !is_right {
            let line = self.file.content.lines().position(|line| !line.starts_with('#')).unwrap_or_default() + 1;
            let remedy = format!("it must be, with tabs between the words: {heading}");
            return Err(self.fault(Some(line as u64), "the heading line is not that of the built-in file", &remedy));
        }
        let rules = self.columns(built_in, &columns);
        let key = key(name);
        let mut lines_by_key = HashMap::new();
        for row in reader.records() {
            let row = match row {
                Ok(row) => row,
                Err(error) => return Err(self.unreadable(&error, columns.len(), &heading)),
            };
            let line = row.position().map(csv::Position::line);
            for (cell, column) in row.iter().zip(&rules) {
                column.check(cell).map_err(|(reason, remedy)| self.fault(line, &reason, &remedy))?;
            }
            let (class, value) = (row.get(1).unwrap_or_default(), row.get(2).unwrap_or_default());
            if name == "calendar" && !calendar::is_meaningful(class, value) {
                let reason = format!("the value {value:?} means nothing to the class {class:?}");
                return Err(self.fault(line, &reason, "see the rows of this class in seeds/vocabulary/calendar.tsv"));
            }
            if let Some(Some(first)) = lines_by_key.insert(key.of(&row), line).filter(|_| key.is_unique) {
                let reason = format!("{:?} stands in line {first} already", key.of(&row).join(", "));
                return Err(self.fault(line, &reason, "keep one of the two rows"));
            }
        }
        Ok(())
    }

    /// What each column takes.
    fn columns(&self, built_in: &VocabularyFile, columns: &csv::StringRecord) -> Vec<Column> {
        let rows: Vec<csv::StringRecord> = reader(&built_in.content).records().flatten().collect();
        let column = |(index, column): (usize, &str)| {
            let cells = || rows.iter().filter_map(|row| row.get(index));
            let rule = RULES.iter().find(|(file, name, _)| *file == built_in.name && *name == column);
            let allowed = match rule {
                None => Allowed::Anything,
                Some((_, _, Rule::Flag)) => Allowed::Words("0 or 1".to_owned(), ["0", "1"].map(str::to_owned).into()),
                Some((_, _, Rule::Number)) => Allowed::Number,
                Some((_, _, Rule::Closed)) => {
                    let words: BTreeSet<String> = cells().flat_map(|cell| cell.split('|')).map(str::to_owned).collect();
                    Allowed::Words(format!("one of {}", listed(&words)), words)
                }
                Some((_, _, Rule::WordOf(file, of, more))) => {
                    let mut words = self.words_of(file, of);
                    words.extend(more.iter().map(|word| (*word).to_owned()));
                    Allowed::Words(format!("a word of {file}.tsv: {}", listed(&words)), words)
                }
            };
            let may_be_empty =
                MAY_BE_EMPTY.contains(&(built_in.name, column)) || rows.is_empty() || cells().any(str::is_empty);
            Column { name: column.to_owned(), may_be_empty, allowed }
        };
        columns.iter().enumerate().map(column).collect()
    }

    /// All words of a column, the user's among them.
    fn words_of(&self, name: &str, column: &str) -> BTreeSet<String> {
        let Some(built_in) = FILES.iter().find(|file| file.name == name) else { return BTreeSet::new() };
        let added = self.all.iter().find(|file| file.name == name);
        let merged = added.map(|added| merge(built_in, &added.content));
        let content = merged.as_ref().map_or(&built_in.content, |merged| &merged.content);
        let mut reader = reader(content);
        let position = reader.headers().ok().and_then(|headings| headings.iter().position(|heading| heading == column));
        let cell = |row: csv::StringRecord| row.get(position?).map(str::to_owned);
        reader.records().flatten().filter_map(cell).collect()
    }

    fn unreadable(&self, error: &csv::Error, expected: usize, heading: &str) -> Fault {
        let line = error.position().map(csv::Position::line);
        match error.kind() {
            csv::ErrorKind::UnequalLengths { len, .. } => {
                let reason = format!("the row has {len} cells, not {expected}");
                let remedy = format!("one cell for each column, with tabs between them, empty ones too: {heading}");
                self.fault(line, &reason, &remedy)
            }
            _ => self.fault(line, &error.to_string(), "UTF-8 text with tabs between the columns"),
        }
    }

    fn fault(&self, line: Option<u64>, reason: &str, remedy: &str) -> Fault {
        let location = match line {
            Some(line) => format!("{}, line {line}", self.file.location),
            None => self.file.location.clone(),
        };
        Fault { name: self.file.name.clone(), location, reason: reason.to_owned(), remedy: remedy.to_owned() }
    }
}

/// A column of the checked file.
struct Column {
    name: String,
    may_be_empty: bool,
    allowed: Allowed,
}

enum Allowed {
    Anything,
    Number,
    /// In words, and one by one.
    Words(String, BTreeSet<String>),
}

impl Column {
    /// What is wrong with a cell, and what would be right.
    fn check(&self, cell: &str) -> Result<(), (String, String)> {
        let name = &self.name;
        if cell.is_empty() {
            let fault = (format!("the column {name} is empty"), "it may not be".to_owned());
            return if self.may_be_empty { Ok(()) } else { Err(fault) };
        }
        if cell.split('|').any(|item| item.trim() != item || item.is_empty()) {
            let reason = format!("{cell:?} in the column {name} has a space at an edge or an empty item");
            return Err((reason, "write items between bars without spaces around them: one|another".to_owned()));
        }
        match &self.allowed {
            Allowed::Anything => Ok(()),
            Allowed::Number if cell.parse::<f64>().is_ok_and(f64::is_finite) => Ok(()),
            Allowed::Number => Err((format!("{cell:?} in the column {name} is no number"), "such as 12".to_owned())),
            Allowed::Words(right, words) => match cell.split('|').find(|item| !words.contains(*item)) {
                Some(item) => Err((format!("{item:?} is unknown in the column {name}"), right.clone())),
                None => Ok(()),
            },
        }
    }
}

fn listed(words: &BTreeSet<String>) -> String {
    words.iter().filter(|word| !word.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_names_a_column() {
        for (file, column, _) in RULES {
            let built_in = FILES.iter().find(|built_in| built_in.name == *file).unwrap();
            assert!(reader(&built_in.content).headers().unwrap().iter().any(|name| name == *column), "{file} {column}");
        }
    }

    #[test]
    fn the_built_in_files_pass_as_a_users() {
        let open = FILES.iter().filter(|file| !CLOSED.contains(&file.name));
        let user_file = |file: &VocabularyFile| UserFile {
            name: file.name.to_owned(),
            content: file.content.to_string(),
            location: file.name.to_owned(),
        };
        assert_eq!(check(&open.map(user_file).collect::<Vec<_>>()), Ok(()));
    }
}
