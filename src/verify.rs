//! Verify: ingest run again on the stored bytes, and compared. What is wrong is collected as findings, never stops the
//! check, and names the row; an error only means that it could not be checked.
//!
//! Each step looks at one thing. A step does not report again what follows from something that another step found: a
//! damaged claim is one finding, not one more for its incident and another for the digest.

mod captures;
mod collation;
mod derived;
pub mod finding;
mod log;
mod readings;
mod record;
mod schema;
mod seals;
mod search;
mod sqlite;
mod takedowns;
mod vocabulary;
mod vocabulary_source;

pub use finding::{Code, Finding, Findings};

use std::path::Path;

use rusqlite::{Connection, ErrorCode};

use crate::archive::Archive;
use crate::error::Doing as _;
use crate::{Error, Result};

/// What a verification came to.
#[derive(Debug, Default)]
pub struct Verdict {
    /// What is wrong.
    pub findings: Findings,
    /// What could not be looked at, or is worth knowing.
    pub notes: Vec<String>,
    /// How many captures were hashed and derived again.
    pub captures: i64,
    /// How many claims were made again and compared.
    pub claims: i64,
    /// How many log entries there are.
    pub log_size: u64,
    /// The root of the log, in hexadecimal digits.
    pub log_root: String,
    /// What the log says, for the steps after it.
    logged: log::Logged,
}

impl Verdict {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    /// A step that damage kept from being done.
    fn cannot(&mut self, operation: &str, cause: &rusqlite::Error) {
        if self.findings.has(&[Code::FileDamaged, Code::SchemaAltered, Code::SchemaMissing]) {
            // SQLite's words go on with the whole statement.
            let cause = cause.to_string();
            let cause = finding::shortened(cause.lines().next().unwrap_or_default());
            self.notes.push(format!("part was not checked: cannot {operation}: {cause}"));
        } else {
            self.findings.add(Finding {
                code: Code::FileDamaged,
                object: format!("the file: cannot {operation}"),
                expected: None,
                actual: Some(cause.to_string()),
            });
        }
    }
}

type Step = fn(&Connection, &mut Verdict) -> Result<()>;

/// Verifies the archive at `path` and records the run in it, where it can be written. `now` is asked for the time (UTC).
pub fn run(path: &Path, now: &dyn Fn() -> String) -> Result<Verdict> {
    let started_at = now();
    let archive = Archive::open_to_read(path)?;
    let mut verdict = archive.read(check)?;
    drop(archive);
    record::record(path, &mut verdict, &started_at, &now())?;
    Ok(verdict)
}

/// Checks everything that can be read through `connection`, as it is at one moment.
pub fn check(connection: &Connection) -> Result<Verdict> {
    let mut verdict = Verdict::default();
    connection.execute_batch("BEGIN").doing("begin to read")?;
    let steps: [Step; 11] = [
        sqlite::check,
        compare_with_new_archive,
        log::check,
        vocabulary_source::check,
        takedowns::check,
        readings::check,
        captures::check,
        collation::check,
        search::check,
        seals::check,
        sqlite::check_references,
    ];
    let done = steps.into_iter().try_for_each(|step| match step(connection, &mut verdict) {
        Err(Error::Database { operation, source }) if is_damage(&source) => {
            verdict.cannot(operation, &source);
            Ok(())
        }
        other => other,
    });
    connection.execute_batch("ROLLBACK").doing("end reading")?;
    done.map(|()| verdict)
}

fn compare_with_new_archive(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let new = Archive::in_memory()?;
    schema::check(connection, &new, verdict)?;
    vocabulary::check(connection, &new, verdict)
}

/// Whether an error tells of the archive's content and not of the circumstances.
fn is_damage(error: &rusqlite::Error) -> bool {
    !matches!(
        error.sqlite_error_code(),
        Some(
            ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::OutOfMemory
                | ErrorCode::DiskFull
                | ErrorCode::SystemIoFailure
                | ErrorCode::OperationInterrupted
        )
    )
}
