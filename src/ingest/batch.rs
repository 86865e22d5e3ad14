//! Batches of articles that are committed together: each article is stored as soon as it is ready, all or nothing by a
//! savepoint, the bytes read back and hashed before COMMIT, and reported only after it.

use std::time::{Duration, Instant};

use rusqlite::{Connection, named_params};

use super::prepare::{Group, Prepared};
use super::{Line, Report, Summary};
use crate::archive::Archive;
use crate::archive::collate::{Collation, New};
use crate::archive::derivation::derive;
use crate::archive::store::{self, Outcome, Stored};
use crate::capture::Capture;
use crate::error::Doing as _;
use crate::intake::{Refusal, Weight};
use crate::parallel::Results;
use crate::reingest::record::{self, Reading};
use crate::{Result, reingest};

/// A batch is full with this many articles …
const ARTICLES: usize = 1_000;
/// … this many bytes …
const BYTES: usize = 16 << 20;
/// … after this time, so that little is lost to a power cut and others may write in between …
const TIME: Duration = Duration::from_secs(3);
/// … or where nothing more comes for so long.
const PATIENCE: Duration = Duration::from_millis(200);

/// Where articles come from, and where what became of them is told.
pub struct Run<'results, 'a> {
    /// What is ready to be stored.
    pub groups: Results<'results, Group<Prepared>>,
    /// What collation keeps in mind.
    pub collation: Collation,
    /// Asked for the time (UTC).
    pub now: &'a dyn Fn() -> String,
    /// Told what became of each article, once it is committed.
    pub report: &'a mut dyn FnMut(Report),
    /// What came of all.
    pub summary: Summary,
}

impl Run<'_, '_> {
    /// Stores everything, batch after batch.
    pub fn store(mut self, archive: &mut Archive) -> Result<Summary> {
        while let Some(first) = self.groups.next() {
            let now = (self.now)();
            for told in archive.write(|transaction| self.store_batch(transaction, first, &now))? {
                self.summary.count(&told);
                (self.report)(told);
            }
        }
        Ok(self.summary)
    }

    /// Stores what comes until it is enough for one batch.
    fn store_batch(&mut self, connection: &Connection, first: Group<Prepared>, now: &str) -> Result<Vec<Report>> {
        let begun = Instant::now();
        let mut reports = Vec::new();
        let mut bytes = 0;
        let mut written = Written { run: record::next_run(connection)?, ..Written::default() };
        let mut next = Some(first);
        while let Some(group) = next {
            for item in group {
                reports.push(match item {
                    Ok(prepared) => {
                        bytes += prepared.capture.bytes.len();
                        store_one(connection, prepared, now, &mut written)?
                    }
                    Err(refusal) => Report::Refused(refusal),
                });
            }
            let is_full = reports.len() >= ARTICLES || bytes >= BYTES || begun.elapsed() >= TIME;
            next = if is_full { None } else { self.groups.within(PATIENCE) };
        }
        self.collation.add(connection, written.captures)?;
        record::append(connection, &mut written.readings, now)?;
        Ok(reports)
    }
}

/// What a batch adds besides the rows of its articles.
#[derive(Default)]
struct Written {
    /// The run that its readings are of.
    run: i64,
    /// The captures that were stored.
    captures: Vec<New>,
    /// The way to pages that were found elsewhere than they were asked for.
    readings: Vec<Reading>,
}

impl Written {
    /// Takes note of where a page was found: what was there is what the capture holds.
    fn add_way(&mut self, capture: &Capture, stored: &Stored, now: &str) {
        let Some(way) = &capture.way else { return };
        self.readings.push(Reading {
            reading_id: 0,
            run: self.run,
            capture_id: stored.capture_id,
            origin: capture.origin.clone(),
            read_at: now.to_owned(),
            outcome: reingest::Outcome::Unchanged.name().to_owned(),
            detail: Some(way.clone()),
            new_capture_id: None,
        });
    }
}

/// Stores one article, or leaves no trace of it and says why.
fn store_one(connection: &Connection, prepared: Prepared, now: &str, written: &mut Written) -> Result<Report> {
    let Prepared { capture, derived } = prepared;
    let refused = |reason: String| Ok(Report::Refused(Refusal::new(capture.origin.clone(), reason)));
    let derived = if let Some(derived) = derived {
        derived
    } else {
        if let Some(capture_id) = store::find_unchanged(connection, &capture)? {
            let stored = Stored { outcome: Outcome::Unchanged, capture_id };
            written.add_way(&capture, &stored, now);
            return line(connection, stored).map(Report::Article);
        }
        // Somebody else changed the archive since it was looked at.
        match derive(&capture) {
            Ok(derivation) => derivation.to_store(),
            Err(reason) => return refused(reason),
        }
    };
    match store::store_whole(connection, &capture, &derived, None, now)? {
        Ok(stored) => {
            if stored.outcome != Outcome::Unchanged {
                written.captures.push(New { capture_id: stored.capture_id, print: derived.print });
            }
            written.add_way(&capture, &stored, now);
            line(connection, stored).map(Report::Article)
        }
        Err(reason) => refused(reason),
    }
}

fn line(connection: &Connection, stored: Stored) -> Result<Line> {
    connection
        .prepare_cached(include_str!("line.sql"))
        .and_then(|mut statement| {
            statement.query_row(named_params! {":capture_id": stored.capture_id}, |row| {
                Ok(Line {
                    sha256: row.get("sha256")?,
                    publisher: row.get("publisher")?,
                    published_on: row.get("published_on")?,
                    title: row.get("title")?,
                    claims: row.get("claims")?,
                    origin: row.get("origin")?,
                    language: row.get("language")?,
                    not_analysed: row.get("not_analysed")?,
                    outcome: stored.outcome,
                })
            })
        })
        .doing("read what was stored")
}

impl Summary {
    fn count(&mut self, report: &Report) {
        match report {
            Report::Refused(refusal) => match refusal.weight {
                Weight::Refused => self.refused += 1,
                Weight::Doubtful => self.doubtful += 1,
                Weight::Note => {}
            },
            Report::LeftAside(_) => {}
            Report::Article(line) => match line.outcome {
                Outcome::New => {
                    self.stored += 1;
                    self.claims += line.claims;
                }
                Outcome::Version(_) => {
                    self.changed += 1;
                    self.claims += line.claims;
                }
                Outcome::Unchanged => self.unchanged += 1,
            },
        }
    }
}
