//! Seals: digests of rows that are ground but no part of the log, such as the record of a check, and of tables that are
//! compared with nothing, such as the history of migrations. [`super::Archive::write`] seals by itself what was changed, before
//! COMMIT, so that no writer has to think of it. Seals show damage and careless hands; whoever can rewrite the file can
//! rewrite them too, which is what the log and its published checkpoints are for.

mod content;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, OptionalExtension as _, named_params};

use crate::Result;
use crate::error::Doing as _;
use crate::hash::Hash;

pub use content::{digest, unsealed};

/// What a seal is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// One row of `ingests`.
    Ingests,
    /// One row of `checks`, with its findings and its coverage.
    Checks,
    /// One row of `checkpoints`.
    Checkpoints,
    /// One row of `timestamps`.
    Timestamps,
    /// All vocabulary tables, the list of their files and the list of contents.
    Vocabulary,
    /// The history of migrations.
    SchemaHistory,
    /// The settings of the full-text indexes.
    SearchSettings,
}

impl Subject {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Ingests,
        Self::Checks,
        Self::Checkpoints,
        Self::Timestamps,
        Self::Vocabulary,
        Self::SchemaHistory,
        Self::SearchSettings,
    ];

    /// The word for it in `seals.subject`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ingests => "ingests",
            Self::Checks => "checks",
            Self::Checkpoints => "checkpoints",
            Self::Timestamps => "timestamps",
            Self::Vocabulary => "vocabulary",
            Self::SchemaHistory => "refinery_schema_history",
            Self::SearchSettings => "article_search_config",
        }
    }

    /// The subject that this word stands for.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.name() == name)
    }

    /// Whether each row has a seal of its own.
    pub fn is_row(self) -> bool {
        matches!(self, Self::Ingests | Self::Checks | Self::Checkpoints | Self::Timestamps)
    }
}

/// Seals a row, or a table as a whole where there is no `subject_id`. What is sealed as it is already is left.
pub fn seal(connection: &Connection, subject: Subject, subject_id: Option<i64>) -> Result<()> {
    let Some(digest) = digest(connection, subject, subject_id)? else { return Ok(()) };
    let digest = digest.to_hex();
    let in_force: Option<String> = connection
        .prepare_cached(include_str!("seals/in_force.sql"))
        .and_then(|mut statement| {
            let which = named_params! {":subject": subject.name(), ":subject_id": subject_id};
            statement.query_row(which, |row| row.get("digest")).optional()
        })
        .doing("read the seals")?;
    if in_force.as_ref() == Some(&digest) {
        return Ok(());
    }
    let last: Option<(i64, String)> = connection
        .prepare_cached("SELECT seal_id, chain FROM seals ORDER BY seal_id DESC LIMIT 1")
        .and_then(|mut statement| {
            statement.query_row([], |row| Ok((row.get("seal_id")?, row.get("chain")?))).optional()
        })
        .doing("read the seals")?;
    let (last_id, last_chain) = last.unwrap_or_default();
    connection
        .prepare_cached(include_str!("seals/put.sql"))
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":seal_id": last_id + 1,
                ":subject": subject.name(),
                ":subject_id": subject_id,
                ":digest": digest,
                ":chain": chain(&last_chain, subject.name(), subject_id, &digest),
            })
        })
        .doing("seal what was written")?;
    Ok(())
}

/// What ties a seal to the one before, whose chain is empty where there is none.
pub fn chain(before: &str, subject: &str, subject_id: Option<i64>, digest: &str) -> String {
    let subject_id = subject_id.map(|number| number.to_string()).unwrap_or_default();
    Hash::of([before, subject, &subject_id, digest].join("\n").as_bytes()).to_hex()
}

/// Seals all that is sealed as a whole, and the rows that have no seal yet.
pub fn seal_all(connection: &Connection) -> Result<()> {
    for subject in Subject::ALL {
        if subject.is_row() {
            for subject_id in unsealed(connection, subject)? {
                seal(connection, subject, Some(subject_id))?;
            }
        } else {
            seal(connection, subject, None)?;
        }
    }
    Ok(())
}

/// The rows that a transaction changed and that want a seal.
#[derive(Clone, Default)]
pub struct Changed(Arc<Mutex<BTreeSet<(Subject, i64)>>>);

impl Changed {
    /// Takes note of all changes on this connection from now on.
    pub fn watch(connection: &mut Connection) -> rusqlite::Result<Self> {
        let changed = Self::default();
        let noted = changed.clone();
        let note = move |_, _: &str, table: &str, row: i64| {
            let subject = match table {
                "ingests" => Subject::Ingests,
                "checks" => Subject::Checks,
                "checkpoints" => Subject::Checkpoints,
                "timestamps" => Subject::Timestamps,
                _ => return,
            };
            noted.0.lock().unwrap_or_else(PoisonError::into_inner).insert((subject, row));
        };
        connection.update_hook(Some(note))?;
        Ok(changed)
    }

    /// Forgets what was noted and returns it.
    pub fn take(&self) -> BTreeSet<(Subject, i64)> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
