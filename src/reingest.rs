//! Reading every origin again: what was silently edited becomes a new version beside the old one, what is gone or cannot
//! be read is told and recorded. Failure to read is never deletion, and nothing that is held is ever removed.

mod batch;
mod file;
mod held;
mod outcome;
mod read;
pub mod record;

pub use outcome::Outcome;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, mpsc};

use crate::Result;
use crate::archive::Archive;
use crate::fetch;
use crate::intake::Origins;
use crate::query::change::Changes;

/// How many readings may wait for the writer.
const AHEAD: usize = 64;

/// How to read.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// How pages are fetched; its limit of size holds for files too.
    pub fetch: fetch::Settings,
}

/// What is told during a run.
#[derive(Debug)]
pub enum Report {
    /// So many origins will be read.
    Begin(usize),
    /// One was read, and that is recorded.
    Reading(Line),
}

/// What came of one origin.
#[derive(Clone, Debug)]
pub struct Line {
    /// The identity of the article.
    pub article: String,
    /// What was read.
    pub origin: String,
    /// What came of it.
    pub outcome: Outcome,
    /// What exactly was answered or went wrong, or what changed.
    pub detail: Option<String>,
    /// Whether something else came of it than the last time that the origin was read.
    pub is_news: bool,
    /// The number of the version that was stored.
    pub version: Option<i64>,
    /// The version that was held.
    pub capture_id: i64,
    /// The version that was stored.
    pub new_capture_id: Option<i64>,
    /// What the new version says otherwise.
    pub changes: Changes,
}

impl Line {
    /// Whether somebody should look: something changed, or is gone since the last time.
    pub fn is_finding(&self) -> bool {
        self.outcome == Outcome::Changed || (self.outcome == Outcome::Gone && self.is_news)
    }
}

/// What came of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many origins had each outcome.
    pub outcomes: BTreeMap<Outcome, usize>,
    /// How many readings somebody should look at.
    pub findings: usize,
    /// Articles from standard input, which cannot be read again.
    pub from_standard_input: usize,
}

/// Reads every origin again, keeps what is new, records what came of it and tells `report`. `now` is asked for the time (UTC).
pub fn run(
    archive: &mut Archive,
    settings: &Settings,
    now: &dyn Fn() -> String,
    report: &mut dyn FnMut(Report),
) -> Result<Summary> {
    let folder = archive.path().parent().unwrap_or(Path::new("")).to_owned();
    let origins = Origins::new(&folder);
    let (works, from_standard_input) = archive.read(|connection| held::all(connection, &origins))?;
    let number = archive.read(record::next_run)?;
    report(Report::Begin(works.iter().map(held::Work::len).sum()));
    let reader = Archive::open_to_read(archive.path()).ok().map(Mutex::new);
    let mut summary = Summary { from_standard_input, ..Summary::default() };
    let mut count = |told: Report| {
        if let Report::Reading(line) = &told {
            *summary.outcomes.entry(line.outcome).or_default() += 1;
            summary.findings += usize::from(line.is_finding());
        }
        report(told);
    };
    std::thread::scope(|scope| {
        let (sender, reads) = mpsc::sync_channel(AHEAD);
        let reader = &reader;
        scope.spawn(move || read::all(works, settings, reader.as_ref(), &sender));
        let mut batch = batch::Batch::default();
        for read in reads {
            batch.add(read, now());
            if batch.is_full() {
                batch.commit(archive, number, &now(), &mut count)?;
            }
        }
        batch.commit(archive, number, &now(), &mut count)
    })?;
    Ok(summary)
}
