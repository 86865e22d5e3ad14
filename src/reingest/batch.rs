//! Readings that are committed together: new versions, rows of `readings`, and their digest in the log. Told only after it.

use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::outcome::Outcome;
use super::read::Read;
use super::record::{self, Reading};
use super::{Line, Report};
use crate::Result;
use crate::archive::Archive;
use crate::archive::collate::{Collation, New};
use crate::archive::store;
use crate::query::change::{self, Changes};

/// A batch is full with this many readings …
const READINGS: usize = 500;
/// … this many bytes of new versions …
const BYTES: usize = 16 << 20;
/// … or after this time, so that little is lost to a power cut.
const TIME: Duration = Duration::from_secs(5);

/// What waits to be committed.
pub struct Batch {
    reads: Vec<Read>,
    times: Vec<String>,
    bytes: usize,
    begun: Instant,
}

impl Default for Batch {
    fn default() -> Self {
        Self { reads: Vec::new(), times: Vec::new(), bytes: 0, begun: Instant::now() }
    }
}

impl Batch {
    /// Adds one that was read at `read_at`.
    pub fn add(&mut self, read: Read, read_at: String) {
        self.bytes += read.new.as_ref().map_or(0, |(capture, _)| capture.bytes.len());
        self.reads.push(read);
        self.times.push(read_at);
    }

    /// Whether it is time to commit.
    pub fn is_full(&self) -> bool {
        self.reads.len() >= READINGS || self.bytes >= BYTES || self.begun.elapsed() >= TIME
    }

    /// Stores what waits, commits, tells, and begins anew.
    pub fn commit(&mut self, archive: &mut Archive, run: i64, now: &str, report: &mut dyn FnMut(Report)) -> Result<()> {
        let Self { reads, times, .. } = std::mem::take(self);
        if reads.is_empty() {
            return Ok(());
        }
        let lines = archive.write(|transaction| {
            let stored = reads.iter().map(|read| store_one(transaction, read, now)).collect::<Result<Vec<_>>>()?;
            let new = |(stored, read): (&Stored, &Read)| {
                let (_, derived) = read.new.as_ref()?;
                Some(New { capture_id: stored.new_capture_id?, print: derived.print.clone() })
            };
            Collation::default().add(transaction, stored.iter().zip(&reads).filter_map(new).collect())?;
            let mut rows = Vec::with_capacity(reads.len());
            let mut lines = Vec::with_capacity(reads.len());
            for ((read, read_at), stored) in reads.iter().zip(times).zip(stored) {
                let line = line(transaction, read, stored)?;
                rows.push(Reading {
                    reading_id: 0,
                    run,
                    capture_id: read.held.capture_id,
                    origin: read.held.origin.clone(),
                    read_at,
                    outcome: line.outcome.name().to_owned(),
                    detail: line.detail.clone(),
                    new_capture_id: line.new_capture_id,
                });
                lines.push(line);
            }
            record::append(transaction, &mut rows, now)?;
            Ok(lines)
        })?;
        for line in lines {
            report(Report::Reading(line));
        }
        Ok(())
    }
}

/// What became of one reading when it was stored.
struct Stored {
    outcome: Outcome,
    detail: Option<String>,
    new_capture_id: Option<i64>,
    version: Option<i64>,
}

fn store_one(connection: &Connection, read: &Read, now: &str) -> Result<Stored> {
    let as_read = Stored { outcome: read.outcome, detail: read.detail.clone(), new_capture_id: None, version: None };
    let Some((capture, derivation)) = &read.new else { return Ok(as_read) };
    Ok(match store::store_whole(connection, capture, derivation, Some(&read.held.article), now)? {
        Ok(stored) => match stored.outcome {
            store::Outcome::New => Stored { new_capture_id: Some(stored.capture_id), version: Some(1), ..as_read },
            store::Outcome::Version(number) => {
                Stored { new_capture_id: Some(stored.capture_id), version: Some(number), ..as_read }
            }
            // It came to the archive another way meanwhile.
            store::Outcome::Unchanged => Stored { outcome: Outcome::Unchanged, ..as_read },
        },
        Err(reason) => Stored { outcome: Outcome::Blocked, detail: Some(reason), ..as_read },
    })
}

fn line(connection: &Connection, read: &Read, stored: Stored) -> Result<Line> {
    let changes = match stored.new_capture_id {
        Some(new) => change::between(connection, read.held.capture_id, new)?,
        None => Changes::default(),
    };
    let detail = match (stored.new_capture_id, stored.detail) {
        (None, detail) => detail,
        (Some(_), None) => Some(changes.summary()),
        (Some(_), Some(way)) => Some(format!("{way}: {}", changes.summary())),
    };
    let is_news = read.held.last_outcome.as_deref() != Some(stored.outcome.name());
    Ok(Line {
        article: read.held.article.clone(),
        origin: read.held.origin.clone(),
        outcome: stored.outcome,
        detail,
        is_news,
        version: stored.version,
        capture_id: read.held.capture_id,
        new_capture_id: stored.new_capture_id,
        changes,
    })
}
