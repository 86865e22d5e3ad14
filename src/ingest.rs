//! Ingest: intake → capture → document → analysis → archive, in batches, each article all or nothing. Reading and
//! analysing run ahead on all cores; one writer stores in the order of the input. What is reported as stored is committed.

mod batch;
mod prepare;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::archive::Archive;
use crate::archive::collate::Collation;
use crate::archive::store;
pub use crate::archive::store::Outcome;
use crate::error::Doing as _;
use crate::intake::Intake;
pub use crate::intake::{Given, InputType, Refusal, Request, Weight};
use crate::{Result, TOOL, parallel};

/// How many bytes of articles may be worked on and wait for the writer.
const AHEAD: usize = 6 << 20;

/// What became of one article or file; told after it was committed, in the order of the input.
#[derive(Clone, Debug)]
pub enum Report {
    /// An article is in the archive.
    Article(Line),
    /// Something could not be read, or is worth knowing.
    Refused(Refusal),
    /// How many things were passed over because they hold no articles, by a word for what they are; told at the end.
    LeftAside(BTreeMap<String, usize>),
}

/// What is told of an article.
#[derive(Clone, Debug)]
pub struct Line {
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// When.
    pub published_on: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// How many claims it makes.
    pub claims: i64,
    /// Where it was found.
    pub origin: String,
    /// The tag of its language.
    pub language: Option<String>,
    /// Why nothing was looked for in it.
    pub not_analysed: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
}

/// What came of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Articles that were new.
    pub stored: i64,
    /// Known articles that had changed.
    pub changed: i64,
    /// Articles that were known as they are.
    pub unchanged: i64,
    /// What could not be read.
    pub refused: i64,
    /// What was read although something is wrong with it.
    pub doubtful: i64,
    /// Claims of the new articles and versions.
    pub claims: i64,
}

/// Stores everything that `request` names, and tells `report` what became of each. `now` is asked for the time (UTC).
pub fn run(
    archive: &mut Archive,
    request: Request,
    now: &dyn Fn() -> String,
    report: &mut dyn FnMut(Report),
) -> Result<Summary> {
    let started_at = now();
    let folder = archive.path().parent().map(std::path::Path::to_owned).unwrap_or_default();
    let mut intake = Intake::new(request, &folder);
    let left_aside = intake.left_aside();
    archive.prepare_to_store()?;
    let is_empty = archive.read(store::is_empty)?;
    let known = if is_empty { None } else { Archive::open_to_look(archive.path()).ok().map(Mutex::new) };
    let summary = parallel::ahead(
        AHEAD,
        || prepare::gather(&mut intake),
        |group| prepare::prepare(group, known.as_ref()),
        |groups| {
            let collation = Collation::default();
            batch::Run { groups, collation, now, report: &mut *report, summary: Summary::default() }.store(archive)
        },
    )?;
    let left_aside = std::mem::take(&mut *left_aside.lock().unwrap_or_else(PoisonError::into_inner));
    if !left_aside.is_empty() {
        report(Report::LeftAside(left_aside));
    }
    record(archive, &started_at, &now(), summary)?;
    Ok(summary)
}

fn record(archive: &mut Archive, started_at: &str, finished_at: &str, summary: Summary) -> Result<()> {
    archive.write(|transaction| {
        transaction
            .execute(
                include_str!("ingest/record.sql"),
                rusqlite::named_params! {
                    ":started_at": started_at,
                    ":finished_at": finished_at,
                    ":tool": TOOL,
                    ":stored": summary.stored,
                    ":changed": summary.changed,
                    ":unchanged": summary.unchanged,
                    ":refused": summary.refused,
                },
            )
            .doing("record the ingest")?;
        Ok(())
    })
}
