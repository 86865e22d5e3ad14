//! What a seal is over: the rows of each subject, read and hashed.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Statement, params_from_iter};
use sha2::{Digest as _, Sha256};

use super::Subject;
use crate::Result;
use crate::archive::vocabulary;
use crate::error::Doing as _;
use crate::hash::Hash;

/// The tables of a subject, and what reads its rows in an order that does not depend on how they lie in the file.
fn selects(subject: Subject) -> Vec<(&'static str, &'static str)> {
    match subject {
        Subject::Ingests => vec![("ingests", "SELECT * FROM ingests WHERE ingest_id = ?")],
        Subject::Checks => vec![
            ("checks", "SELECT * FROM checks WHERE check_id = ?"),
            ("findings", "SELECT * FROM findings WHERE check_id = ? ORDER BY ordinal"),
            ("coverage", "SELECT * FROM coverage WHERE check_id = ? ORDER BY first_capture_id"),
        ],
        Subject::Checkpoints => vec![("checkpoints", "SELECT * FROM checkpoints WHERE checkpoint_id = ?")],
        Subject::Timestamps => vec![("timestamps", "SELECT * FROM timestamps WHERE timestamp_id = ?")],
        Subject::Vocabulary => {
            let lists = [
                ("vocabulary_files", "SELECT * FROM vocabulary_files ORDER BY name"),
                ("archive_contents", "SELECT * FROM archive_contents ORDER BY position"),
            ];
            lists.into_iter().chain(vocabulary::TABLES.iter().map(|table| (table.name, table.select))).collect()
        }
        Subject::SchemaHistory => {
            vec![("refinery_schema_history", "SELECT * FROM refinery_schema_history ORDER BY version")]
        }
        Subject::SearchSettings => vec![
            ("article_search_config", "SELECT * FROM article_search_config ORDER BY k"),
            ("article_search_parts_config", "SELECT * FROM article_search_parts_config ORDER BY k"),
        ],
    }
}

/// SHA-256 over every cell that is not NULL, with its table and column: a column that is added later, and is NULL in older
/// rows, leaves the digest as it was. `None` where there is no row.
pub fn digest(connection: &Connection, subject: Subject, subject_id: Option<i64>) -> Result<Option<Hash>> {
    let mut hasher = Sha256::new();
    let mut rows = 0;
    for (table, select) in selects(subject) {
        let mut statement = connection.prepare_cached(select).doing("read what is sealed")?;
        let found = hash_rows(&mut statement, table, subject_id, &mut hasher).doing("read what is sealed")?;
        // A check that is gone is gone, whatever it left behind.
        if subject.is_row() && rows + found == 0 {
            return Ok(None);
        }
        rows += found;
    }
    Ok((rows > 0).then(|| Hash(hasher.finalize().into())))
}

fn hash_rows(
    statement: &mut Statement<'_>,
    table: &str,
    subject_id: Option<i64>,
    hasher: &mut Sha256,
) -> rusqlite::Result<usize> {
    let mut part = |bytes: &[u8]| {
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    };
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query(params_from_iter(subject_id))?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        count += 1;
        part(table.as_bytes());
        for (index, column) in columns.iter().enumerate() {
            let (kind, bytes): (&[u8], &[u8]) = match row.get_ref(index)? {
                ValueRef::Null => continue,
                ValueRef::Integer(number) => (b"integer", &number.to_be_bytes()),
                ValueRef::Real(number) => (b"real", &number.to_be_bytes()),
                ValueRef::Text(text) => (b"text", text),
                ValueRef::Blob(bytes) => (b"blob", bytes),
            };
            part(column.as_bytes());
            part(kind);
            part(bytes);
        }
    }
    Ok(count)
}

/// The numbers of the rows that have no seal.
pub fn unsealed(connection: &Connection, subject: Subject) -> Result<Vec<i64>> {
    let sql = match subject {
        Subject::Ingests => include_str!("unsealed_ingests.sql"),
        Subject::Checks => include_str!("unsealed_checks.sql"),
        Subject::Checkpoints => include_str!("unsealed_checkpoints.sql"),
        Subject::Timestamps => include_str!("unsealed_timestamps.sql"),
        Subject::Vocabulary | Subject::SchemaHistory | Subject::SearchSettings => return Ok(Vec::new()),
    };
    let mut statement = connection.prepare(sql).doing("look for what has no seal")?;
    statement.query_map([], |row| row.get("subject_id")).and_then(Iterator::collect).doing("look for what has no seal")
}
