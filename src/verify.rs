//! Verify: ingest run again on the stored bytes, and compared. What is wrong is collected as findings, never stops the
//! check, and names the row; an error only means that it could not be checked.
//!
//! Each step looks at one thing. A step does not report again what follows from something that another step found: a
//! damaged claim is one finding, not one more for its incident and another for the digest. The archive is never locked for
//! long: between steps, and between groups of captures, writers may go on, and what they wrote is taken in.

mod captures;
mod checkpoints;
mod collation;
mod containers;
mod copies;
pub mod coverage;
mod derived;
pub mod file;
pub mod finding;
mod log;
pub mod metrics;
mod proposals;
mod quick;
mod readings;
mod record;
pub mod report;
mod reviews;
mod schema;
mod seals;
mod search;
mod sqlite;
mod takedowns;
mod vocabulary;
mod vocabulary_source;

pub use checkpoints::Pinned;
pub use coverage::Coverage;
pub use finding::{Code, Finding, Findings, Severity};

use std::path::Path;

use rusqlite::{Connection, ErrorCode};

use crate::archive::Archive;
use crate::archive::schema::Difference;
use crate::error::Doing as _;
use crate::{Error, Result};

/// How much is checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// All of it.
    #[default]
    Full,
    /// Hashes alone: of all stored bytes, and of the log. No row is compared but as far as it leads from the log to the bytes.
    Quick,
    /// The log and everything that is cheap, and one of so many shares of the captures: those that come after the share of
    /// the last check. Names, incidents and the full-text index are compared when a round of all captures is complete.
    Share(u32),
}

/// What is to be verified.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// How much.
    pub depth: Depth,
    /// Checkpoints from elsewhere, which the log has to extend.
    pub pinned: Vec<Pinned>,
    /// Leaves the archive as it is: the check is not recorded in it.
    pub unrecorded: bool,
}

/// What is counted as a check goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Bytes.
    Bytes,
    /// Things of different sizes.
    Pieces,
}

/// How far a check is.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// What is being looked at.
    pub step: &'static str,
    /// How much of it is done …
    pub done: u64,
    /// … of how much.
    pub total: u64,
    /// Of what.
    pub amount: Amount,
}

/// What is told how far a check is.
pub type Watcher<'a> = &'a mut dyn FnMut(Progress);

/// What a verification came to.
#[derive(Debug, Default)]
pub struct Verdict {
    /// What is wrong.
    pub findings: Findings,
    /// What could not be looked at, or is worth knowing.
    pub notes: Vec<String>,
    /// How many captures were hashed (and derived again, unless the check was quick).
    pub captures: i64,
    /// How many bytes they have.
    pub bytes: u64,
    /// How many claims were made again and compared.
    pub claims: i64,
    /// How many log entries there are.
    pub log_size: u64,
    /// The root of the log, in hexadecimal digits; empty where the log was not read.
    pub log_root: String,
    /// How long the file is; 0 where it was not looked at.
    pub file_bytes: u64,
    /// How many of its bytes mean something; the rest is room that SQLite has left over.
    pub file_bytes_used: u64,
    /// How far checks have come, this one included.
    pub coverage: Coverage,
    /// When the check began (UTC).
    pub started_at: String,
    /// When it ended (UTC).
    pub finished_at: String,
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
            let note = format!("part was not checked: cannot {operation}: {cause}");
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
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

/// Verifies the archive at `path` and records the run in it, where it can be written. `now` is asked for the time (UTC).
pub fn run(path: &Path, request: &Request, now: &dyn Fn() -> String, watcher: Watcher<'_>) -> Result<Verdict> {
    let mut verdict = Verdict { started_at: now(), ..Verdict::default() };
    if !request.unrecorded && Archive::take_back(path)? {
        let note =
            "another program had put the archive into write-ahead mode; no harm was done, and it is one file again";
        verdict.notes.push(note.to_owned());
    }
    let (archive, differences) = Archive::open_to_verify(path)?;
    if request.depth != Depth::Quick {
        file::read_through(path, watcher)?;
    }
    archive.read(|connection| {
        if request.depth != Depth::Quick {
            step(connection, &mut verdict, |connection, verdict| file::check(connection, path, verdict))?;
        }
        check(connection, path, &differences, request, &mut verdict, watcher)
    })?;
    drop(archive);
    verdict.finished_at = now();
    if !request.unrecorded {
        record::record(path, request.depth, &mut verdict)?;
    }
    Ok(verdict)
}

/// Checks what can be read through `connection`.
fn check(
    connection: &Connection,
    path: &Path,
    differences: &[Difference],
    request: &Request,
    verdict: &mut Verdict,
    watcher: Watcher<'_>,
) -> Result<()> {
    if !schema::check(differences, verdict) {
        verdict
            .notes
            .push("nothing else was read: a table is not as dossier makes it, and could give out anything".to_owned());
        return Ok(());
    }
    if request.depth == Depth::Quick {
        return quick::check(connection, path, request, verdict, watcher);
    }
    sqlite::check(connection, differences, verdict, watcher)?;
    step(connection, verdict, vocabulary::check)?;
    check_log(connection, request, verdict)?;
    step(connection, verdict, |connection, verdict| coverage::plan(connection, request.depth, verdict))?;
    captures::check(connection, verdict, watcher)?;
    step(connection, verdict, captures::check_strays)?;
    if verdict.coverage.completes_round {
        step(connection, verdict, collation::check)?;
        step(connection, verdict, copies::check)?;
        step(connection, verdict, |connection, verdict| search::check(connection, path, verdict))?;
    }
    step(connection, verdict, seals::check)?;
    step(connection, verdict, sqlite::check_references)
}

/// The log, and what it tells of besides captures.
fn check_log(connection: &Connection, request: &Request, verdict: &mut Verdict) -> Result<()> {
    step(connection, verdict, log::check)?;
    step(connection, verdict, |connection, verdict| checkpoints::check(connection, &request.pinned, verdict))?;
    step(connection, verdict, vocabulary_source::check)?;
    step(connection, verdict, containers::check)?;
    step(connection, verdict, takedowns::check)?;
    step(connection, verdict, proposals::check)?;
    step(connection, verdict, reviews::check)?;
    step(connection, verdict, readings::check)
}

/// Does one step on the archive as it is at one moment. Damage that keeps it from being done is a finding.
fn step(
    connection: &Connection,
    verdict: &mut Verdict,
    work: impl FnOnce(&Connection, &mut Verdict) -> Result<()>,
) -> Result<()> {
    connection.execute_batch("BEGIN").doing("begin to read")?;
    let done = log::read_on(connection, verdict).and_then(|()| work(connection, verdict));
    connection.execute_batch("ROLLBACK").doing("end reading")?;
    match done {
        Err(Error::Database { operation, source }) if is_damage(&source) => {
            verdict.cannot(operation, &source);
            Ok(())
        }
        other => other,
    }
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
