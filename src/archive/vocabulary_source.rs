//! The words that users add, kept as they were given: ground, because what was derived with them can be derived again only
//! with them. Each file that is new or other than its last version becomes a new version and an entry of the log.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, named_params, params};

use super::derivation::extractor;
use crate::error::Doing as _;
use crate::hash::Hash;
use crate::log::entry::VocabularyEntry;
use crate::log::{self, Entry};
use crate::vocabulary::user::UserFile;
use crate::{Error, Result};

/// The last version of each file.
pub fn in_force(connection: &Connection) -> Result<Vec<UserFile>> {
    let mut statement =
        connection.prepare(include_str!("vocabulary_source/in_force.sql")).doing("read the added vocabulary")?;
    statement
        .query_map([], |row| {
            let name: String = row.get("name")?;
            let location = format!("{name}.tsv, as the archive keeps it");
            Ok(UserFile { name, content: row.get("content")?, location })
        })
        .and_then(Iterator::collect)
        .doing("read the added vocabulary")
}

/// Stores those of `files` that are not in force already. The kinds of log entries must be in their table.
pub fn store(connection: &mut Connection, files: &[UserFile], now: &str) -> Result<()> {
    if files.is_empty() {
        return Ok(());
    }
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).doing("store the added vocabulary")?;
    for file in files {
        store_one(&transaction, file, now)?;
    }
    transaction.commit().doing("store the added vocabulary")
}

/// A version that was altered since is put right by the same file given again.
fn store_one(connection: &Connection, file: &UserFile, now: &str) -> Result<()> {
    let sha256 = Hash::of(file.content.as_bytes()).to_hex();
    connection
        .execute(
            include_str!("vocabulary_source/put_right.sql"),
            named_params! {":name": file.name, ":sha256": sha256, ":content": file.content},
        )
        .doing("store the added vocabulary")?;
    let last: Option<(i64, String)> = connection
        .query_row(include_str!("vocabulary_source/last_version.sql"), params![file.name], |row| {
            Ok((row.get("version")?, row.get("content")?))
        })
        .optional()
        .doing("read the added vocabulary")?;
    if last.as_ref().is_some_and(|(_, content)| *content == file.content) {
        return Ok(());
    }
    let entry = VocabularyEntry {
        name: file.name.clone(),
        version: last.map_or(1, |(version, _)| version + 1),
        sha256,
        added_at: now.to_owned(),
        tool: crate::TOOL.to_owned(),
    };
    connection
        .execute(
            include_str!("vocabulary_source/put.sql"),
            named_params! {
                ":name": entry.name,
                ":version": entry.version,
                ":sha256": entry.sha256,
                ":content": file.content,
                ":added_at": entry.added_at,
                ":tool": entry.tool,
            },
        )
        .doing("store the added vocabulary")?;
    log::append(connection, now, &Entry::Vocabulary(entry))?;
    Ok(())
}

/// Refuses to go on with words that are not what the log says: rows made with them would hide that. `logged` is the hash
/// of the last version of each file.
pub fn confirm(connection: &Connection, logged: &BTreeMap<String, String>) -> Result<()> {
    let mut kept = in_force(connection)?.into_iter();
    match kept.find(|file| logged.get(&file.name) != Some(&Hash::of(file.content.as_bytes()).to_hex())) {
        Some(altered) => Err(altered_source(altered.location)),
        None => Ok(()),
    }
}

fn altered_source(location: String) -> Error {
    Error::Vocabulary {
        location,
        reason: "it is not what the log says".to_owned(),
        remedy: "give the original file again with `dossier rebuild --vocabulary FOLDER`; `dossier verify` tells more"
            .to_owned(),
    }
}

/// How many captures were derived by another program or with other words than now.
pub fn outdated_captures(connection: &Connection) -> Result<i64> {
    connection
        .query_row("SELECT count(*) AS captures FROM derivations WHERE extractor <> ?", [extractor()], |row| {
            row.get("captures")
        })
        .doing("read derivations")
}
