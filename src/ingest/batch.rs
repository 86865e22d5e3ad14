//! A batch of articles that is committed together: each article all or nothing by a savepoint, the bytes read back and
//! hashed before COMMIT, and reported only after it.

use std::time::{Duration, Instant};

use rusqlite::{Connection, named_params};

use super::prepare::Prepared;
use super::{Line, Report, Summary};
use crate::archive::derivation::derive;
use crate::archive::store::{self, Outcome, Stored};
use crate::archive::{Archive, collate};
use crate::capture::Capture;
use crate::error::Doing as _;
use crate::intake::{Refusal, Weight};
use crate::reingest::record::{self, Reading};
use crate::{Result, reingest};

/// A batch is full with this many articles …
const ARTICLES: usize = 1_000;
/// … this many bytes …
const BYTES: usize = 16 << 20;
/// … or after this time, so that little is lost to a power cut and others may write in between.
const TIME: Duration = Duration::from_secs(3);

/// What waits to be committed.
pub struct Batch {
    items: Vec<std::result::Result<Prepared, Refusal>>,
    bytes: usize,
    begun: Instant,
}

impl Default for Batch {
    fn default() -> Self {
        Self { items: Vec::new(), bytes: 0, begun: Instant::now() }
    }
}

impl Batch {
    /// Adds a group.
    pub fn add(&mut self, group: Vec<std::result::Result<Prepared, Refusal>>) {
        self.bytes += group.iter().flatten().map(|prepared| prepared.capture.bytes.len()).sum::<usize>();
        self.items.extend(group);
    }

    /// Whether it is time to commit.
    pub fn is_full(&self) -> bool {
        self.items.len() >= ARTICLES || self.bytes >= BYTES || self.begun.elapsed() >= TIME
    }

    /// Stores what waits, commits, reports, and begins anew.
    pub fn commit(
        &mut self,
        archive: &mut Archive,
        now: &dyn Fn() -> String,
        summary: &mut Summary,
        report: &mut dyn FnMut(Report),
    ) -> Result<()> {
        let items = std::mem::take(self).items;
        if items.is_empty() {
            return Ok(());
        }
        let now = now();
        let reports = archive.write(|transaction| {
            let mut reports = Vec::with_capacity(items.len());
            let mut written = Written { run: record::next_run(transaction)?, ..Written::default() };
            for item in &items {
                reports.push(match item {
                    Ok(prepared) => store_one(transaction, prepared, &now, &mut written)?,
                    Err(refusal) => Report::Refused(refusal.clone()),
                });
            }
            collate::add(transaction, &written.captures)?;
            record::append(transaction, &mut written.readings, &now)?;
            Ok(reports)
        })?;
        for told in reports {
            summary.count(&told);
            report(told);
        }
        Ok(())
    }
}

/// What a batch adds besides the rows of its articles.
#[derive(Default)]
struct Written {
    /// The run that its readings are of.
    run: i64,
    /// The captures that were stored.
    captures: Vec<i64>,
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
fn store_one(connection: &Connection, prepared: &Prepared, now: &str, written: &mut Written) -> Result<Report> {
    let capture = &prepared.capture;
    let refused = |reason: String| Report::Refused(Refusal::new(capture.origin.clone(), reason));
    if prepared.derivation.is_none()
        && let Some(capture_id) = store::find_unchanged(connection, capture)?
    {
        let stored = Stored { outcome: Outcome::Unchanged, capture_id };
        written.add_way(capture, &stored, now);
        return line(connection, stored).map(Report::Article);
    }
    let derived_here;
    let derivation = match &prepared.derivation {
        Some(derivation) => derivation,
        // Somebody else changed the archive since it was looked at.
        None => match derive(capture) {
            Ok(derivation) => {
                derived_here = derivation;
                &derived_here
            }
            Err(reason) => return Ok(refused(reason)),
        },
    };
    match store::store_whole(connection, capture, derivation, None, now)? {
        Ok(stored) => {
            if stored.outcome != Outcome::Unchanged {
                written.captures.push(stored.capture_id);
            }
            written.add_way(capture, &stored, now);
            line(connection, stored).map(Report::Article)
        }
        Err(reason) => Ok(refused(reason)),
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
