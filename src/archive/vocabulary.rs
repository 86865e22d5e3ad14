//! The vocabulary files as tables: filled when an archive is made, refreshed when a program with another vocabulary
//! opens it for writing. Words that only an older program knew stay until the archive is rebuilt, because rows that it
//! derived may use them.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use crate::Result;
use crate::error::Doing as _;
use crate::hash::Hash;
use crate::vocabulary::{FILES, VocabularyFile, reader};

/// The SQL of one vocabulary table, whose columns are those of its file.
pub struct Table {
    /// The table and the file.
    pub name: &'static str,
    /// Adds a row; the columns are bound in the file's order.
    pub insert: &'static str,
    /// Empties it.
    pub clear: &'static str,
    /// Reads all rows in the order of their key, columns as in the file.
    pub select: &'static str,
}

macro_rules! placeholder {
    ($column:literal) => {
        ", ?"
    };
}

macro_rules! table {
    ($name:literal: $first:literal $(, $column:literal)*) => {
        Table {
            name: $name,
            insert: concat!("INSERT OR REPLACE INTO ", $name, " (", $first $(, ", ", $column)*, ") VALUES (?" $(, placeholder!($column))*, ")"),
            clear: concat!("DELETE FROM ", $name),
            select: concat!("SELECT ", $first $(, ", ", $column)*, " FROM ", $name, " ORDER BY ", $first),
        }
    };
}

/// All vocabulary tables.
pub const TABLES: &[Table] = &[
    table!("claim_kinds": "claim_kind", "meaning"),
    table!("measures": "measure", "meaning"),
    table!("events": "event", "plover", "meaning"),
    table!("qualifiers": "qualifier", "meaning", "soft"),
    table!("relations": "relation", "meaning"),
    table!("polarities": "polarity", "meaning"),
    table!("modalities": "modality", "meaning"),
    table!("name_kinds": "name_kind", "meaning"),
    table!("source_types": "source_type", "meaning"),
    table!("log_kinds": "log_kind", "meaning"),
    table!("abbreviations": "abbreviation", "meaning"),
];

/// Brings the tables up to date where the archive holds another vocabulary; otherwise nothing is written.
pub fn refresh(connection: &mut Connection) -> Result<()> {
    if is_current(connection)? {
        return Ok(());
    }
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).doing("refresh the vocabulary")?;
    load(&transaction)?;
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

/// The rows of `file`, as they stand in its table; an empty cell is NULL.
pub fn rows(file: &VocabularyFile) -> impl Iterator<Item = Vec<Option<String>>> {
    reader(file.content)
        .into_records()
        .filter_map(std::result::Result::ok)
        .map(|record| record.iter().map(|cell| Some(cell.to_owned()).filter(|cell| !cell.is_empty())).collect())
}

fn is_current(connection: &Connection) -> Result<bool> {
    let mut statement =
        connection.prepare("SELECT name, sha256 FROM vocabulary_files ORDER BY name").doing("read the vocabulary")?;
    let held: Vec<(String, String)> = statement
        .query_map([], |row| Ok((row.get("name")?, row.get("sha256")?)))
        .and_then(Iterator::collect)
        .doing("read the vocabulary")?;
    let mut known: Vec<(String, String)> =
        FILES.iter().map(|file| (file.name.to_owned(), Hash::of(file.content.as_bytes()).to_hex())).collect();
    known.sort();
    Ok(held == known)
}

fn load(transaction: &Transaction<'_>) -> Result<()> {
    transaction.pragma_update(None, "defer_foreign_keys", true).doing("fill the vocabulary")?;
    transaction.execute("DELETE FROM vocabulary_files", []).doing("fill the vocabulary")?;
    for file in FILES {
        let Some(table) = TABLES.iter().find(|table| table.name == file.name) else { continue };
        let mut insert = transaction.prepare(table.insert).doing("fill the vocabulary")?;
        let mut word_count = 0_i64;
        for row in rows(file) {
            insert.execute(rusqlite::params_from_iter(row)).doing("fill the vocabulary")?;
            word_count += 1;
        }
        transaction
            .execute(
                "INSERT INTO vocabulary_files (name, sha256, word_count) VALUES (?, ?, ?)",
                params![file.name, Hash::of(file.content.as_bytes()).to_hex(), word_count],
            )
            .doing("fill the vocabulary")?;
    }
    Ok(())
}
