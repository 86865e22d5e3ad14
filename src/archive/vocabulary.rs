//! The vocabulary files as tables: filled when an archive is made, refreshed when a program with another vocabulary
//! opens it for writing. Words that only an older program knew stay until the archive is rebuilt, because rows that it
//! derived may use them.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::seals::{self, Subject};
use crate::Result;
use crate::error::Doing as _;
use crate::hash::Hash;
use crate::vocabulary::{VocabularyFile, files, reader};

/// The SQL of one vocabulary table.
pub struct Table {
    /// The table and the file.
    pub name: &'static str,
    /// Its columns, which the file's heading line names too.
    pub columns: &'static [&'static str],
    /// Adds a row.
    pub insert: &'static str,
    /// Empties it.
    pub clear: &'static str,
    /// Reads all rows.
    pub select: &'static str,
    /// Whether derived rows use its words, so that those of an older program stay.
    pub is_referenced: bool,
}

macro_rules! placeholder {
    ($column:literal) => {
        ", ?"
    };
}

macro_rules! table {
    ($name:literal, referenced $referenced:literal: $first:literal $(, $column:literal)*) => {
        Table {
            name: $name,
            columns: &[$first $(, $column)*],
            insert: concat!("INSERT OR REPLACE INTO ", $name, " (", $first $(, ", ", $column)*, ") VALUES (?" $(, placeholder!($column))*, ")"),
            clear: concat!("DELETE FROM ", $name),
            select: concat!("SELECT ", $first $(, ", ", $column)*, " FROM ", $name, " ORDER BY rowid"),
            is_referenced: $referenced,
        }
    };
}

/// All vocabulary tables.
pub const TABLES: &[Table] = &[
    table!("claim_kinds", referenced true: "claim_kind", "meaning"),
    table!("measures", referenced true: "measure", "meaning"),
    table!("events", referenced true: "event", "plover", "meaning"),
    table!("qualifiers", referenced true: "qualifier", "meaning", "soft"),
    table!("relations", referenced true: "relation", "meaning"),
    table!("polarities", referenced true: "polarity", "meaning"),
    table!("modalities", referenced true: "modality", "meaning"),
    table!("name_kinds", referenced true: "name_kind", "meaning"),
    table!("source_types", referenced true: "source_type", "meaning"),
    table!("log_kinds", referenced true: "log_kind", "meaning"),
    table!("reading_outcomes", referenced true: "outcome", "meaning"),
    table!("abbreviations", referenced false: "abbreviation", "class", "meaning"),
    table!("function_words", referenced false: "function_word", "word_class", "meaning"),
    table!("verbs", referenced false: "verb", "past", "participle", "noun"),
    table!("number_words", referenced false: "word", "value", "class", "note"),
    table!("calendar", referenced false: "word", "class", "value", "meaning"),
    table!("cue_classes", referenced false: "cue_class", "meaning"),
    table!("cues", referenced false: "cue", "kind", "class", "takes", "forms"),
    table!("firmness_marks", referenced false: "mark", "place", "firmness", "forms"),
    table!("source_nouns", referenced false: "noun", "source_type", "refers", "strength", "forms"),
    table!("publishers", referenced false: "publisher", "domain", "kind", "country", "aliases"),
    table!("event_triggers", referenced false: "class", "lemma", "forms", "event", "subject", "phrase", "object", "preposition", "particle", "frame", "avoid", "note"),
    table!("event_objects", referenced false: "class", "nouns", "meaning"),
    table!("event_verbs", referenced false: "lemma", "forms", "role", "particle"),
    table!("places", referenced false: "place", "country", "class"),
    table!("countries", referenced false: "country", "iso", "demonyms", "currency", "other_names"),
    table!("place_nouns", referenced false: "noun", "class", "administrative"),
    table!("titles", referenced false: "title", "kind"),
    table!("peoples", referenced false: "people", "meaning"),
    table!("given_names", referenced false: "given_name", "place"),
    table!("body_nouns", referenced false: "body_noun", "plain"),
    table!("happenings", referenced false: "happening", "class"),
    table!("reactions", referenced false: "forms", "leads", "note"),
    table!("measure_triggers", referenced false: "trigger", "word_class", "measure", "counted", "needs", "\"with\"", "meaning"),
    table!("groups", referenced false: "group_noun", "plural", "group_class"),
    table!("group_classes", referenced false: "group_class", "nature", "excludes", "meaning"),
    table!("bounds", referenced false: "wording", "position", "qualifier"),
    table!("units", referenced false: "wording", "unit", "kind"),
    table!("currencies", referenced false: "code", "words", "signs", "adjectives", "known"),
    table!("numbered_things", referenced false: "word", "bare"),
    table!("place_cues", referenced false: "place_cue", "word_class", "relation"),
    table!("place_words", referenced false: "place_word", "use"),
];

/// Brings the tables up to date where the archive holds another vocabulary; otherwise nothing is written.
pub fn refresh(connection: &mut Connection) -> Result<()> {
    if is_current(connection)? {
        return Ok(());
    }
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).doing("refresh the vocabulary")?;
    load(&transaction)?;
    seals::seal(&transaction, Subject::Vocabulary, None)?;
    transaction.commit().doing("refresh the vocabulary")
}

/// Removes all words and fills the tables again: for a rebuild, after which no row uses a word of an older program.
pub fn replace(transaction: &Transaction<'_>) -> Result<()> {
    transaction.pragma_update(None, "defer_foreign_keys", true).doing("replace the vocabulary")?;
    for table in TABLES {
        transaction.execute(table.clear, []).doing("replace the vocabulary")?;
    }
    load(transaction)
}

/// The rows of `file`, with the columns of `table`; an empty cell is NULL.
pub fn rows(file: &VocabularyFile, table: &Table) -> Vec<Vec<Option<String>>> {
    let mut reader = reader(&file.content);
    let headings = reader.headers().cloned().unwrap_or_default();
    // A column that is called as a word of SQL stands between quotation marks.
    let position = |column: &&str| headings.iter().position(|heading| heading == column.trim_matches('"'));
    let positions: Vec<Option<usize>> = table.columns.iter().map(position).collect();
    let cell = |record: &csv::StringRecord, position: Option<usize>| {
        position.and_then(|position| record.get(position)).filter(|cell| !cell.is_empty()).map(str::to_owned)
    };
    let records = reader.records().filter_map(std::result::Result::ok);
    records.map(|record| positions.iter().map(|position| cell(&record, *position)).collect()).collect()
}

/// Whether the archive holds this program's vocabulary.
pub fn is_current(connection: &Connection) -> Result<bool> {
    let mut statement =
        connection.prepare("SELECT name, sha256 FROM vocabulary_files ORDER BY name").doing("read the vocabulary")?;
    let held: Vec<(String, String)> = statement
        .query_map([], |row| Ok((row.get("name")?, row.get("sha256")?)))
        .and_then(Iterator::collect)
        .doing("read the vocabulary")?;
    let mut known: Vec<(String, String)> =
        files().iter().map(|file| (file.name.to_owned(), Hash::of(file.content.as_bytes()).to_hex())).collect();
    known.sort();
    Ok(held == known)
}

fn load(transaction: &Transaction<'_>) -> Result<()> {
    transaction.pragma_update(None, "defer_foreign_keys", true).doing("fill the vocabulary")?;
    transaction.execute("DELETE FROM vocabulary_files", []).doing("fill the vocabulary")?;
    for file in files() {
        let word_count = match TABLES.iter().find(|table| table.name == file.name) {
            Some(table) => fill(transaction, file, table)?,
            None => 0,
        };
        transaction
            .execute(
                "INSERT INTO vocabulary_files (name, sha256, word_count) VALUES (?, ?, ?)",
                params![file.name, Hash::of(file.content.as_bytes()).to_hex(), word_count],
            )
            .doing("fill the vocabulary")?;
    }
    Ok(())
}

fn fill(transaction: &Transaction<'_>, file: &VocabularyFile, table: &Table) -> Result<i64> {
    if !table.is_referenced {
        transaction.execute(table.clear, []).doing("fill the vocabulary")?;
    }
    let mut insert = transaction.prepare(table.insert).doing("fill the vocabulary")?;
    let rows = rows(file, table);
    for row in &rows {
        insert.execute(rusqlite::params_from_iter(row)).doing("fill the vocabulary")?;
    }
    Ok(rows.len() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::Archive;

    #[test]
    fn every_file_is_a_table_with_the_same_columns_and_rows() {
        let archive = Archive::in_memory().unwrap();
        for file in files() {
            let table = TABLES.iter().find(|table| table.name == file.name);
            let table = table.unwrap_or_else(|| panic!("{} has no table", file.name));
            let headings = reader(&file.content).headers().unwrap().clone();
            assert!(
                headings.iter().eq(table.columns.iter().map(|column| column.trim_matches('"'))),
                "columns of {}",
                file.name
            );
            let count: usize = archive
                .read(|connection| {
                    let mut statement = connection.prepare(table.select).unwrap();
                    Ok(statement.query_map([], |_| Ok(())).unwrap().count())
                })
                .unwrap();
            assert_eq!(count, rows(file, table).len(), "rows of {}", file.name);
        }
        assert_eq!(TABLES.len(), files().len(), "a table without a file");
    }
}
