//! The rows of `readings`, and what the log says of them: one digest for all rows that were stored together.

use rusqlite::{Connection, Row, named_params, params};
use sha2::{Digest as _, Sha256};

use crate::error::Doing as _;
use crate::hash::Hash;
use crate::log::entry::ReingestEntry;
use crate::log::{self, Entry};
use crate::{Result, TOOL};

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its number.
    pub reading_id: i64,
    /// The run that it belongs to.
    pub run: i64,
    /// The newest version that was held before.
    pub capture_id: i64,
    /// What was read.
    pub origin: String,
    /// When, UTC.
    pub read_at: String,
    /// The word for what came of it.
    pub outcome: String,
    /// What exactly was answered or went wrong.
    pub detail: Option<String>,
    /// The version that was stored.
    pub new_capture_id: Option<i64>,
}

/// The number of the next run.
pub fn next_run(connection: &Connection) -> Result<i64> {
    connection
        .query_row("SELECT coalesce(max(run), 0) + 1 AS run FROM readings", [], |row| row.get("run"))
        .doing("read readings")
}

/// Stores rows, gives them their numbers, and logs their digest. To be called inside a transaction.
pub fn append(connection: &Connection, rows: &mut [Reading], now: &str) -> Result<()> {
    let next: i64 = connection
        .query_row("SELECT coalesce(max(reading_id), 0) + 1 AS next FROM readings", [], |row| row.get("next"))
        .doing("store readings")?;
    let mut insert = connection.prepare_cached(include_str!("put_reading.sql")).doing("store readings")?;
    for (row, reading_id) in rows.iter_mut().zip(next..) {
        row.reading_id = reading_id;
        insert
            .execute(named_params! {
                ":reading_id": row.reading_id,
                ":run": row.run,
                ":capture_id": row.capture_id,
                ":origin": row.origin,
                ":read_at": row.read_at,
                ":outcome": row.outcome,
                ":detail": row.detail,
                ":new_capture_id": row.new_capture_id,
            })
            .doing("store readings")?;
    }
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(()) };
    let entry = ReingestEntry {
        run: first.run,
        first_reading_id: first.reading_id,
        last_reading_id: last.reading_id,
        digest: digest(rows).to_hex(),
        tool: TOOL.to_owned(),
    };
    log::append(connection, now, &Entry::Reingest(entry)).map(|_| ())
}

/// The digest of the stored rows with numbers from `first` to `last`, and how many there are.
pub fn digest_of_stored(connection: &Connection, first: i64, last: i64) -> Result<(Hash, usize)> {
    let mut statement = connection.prepare_cached(include_str!("readings.sql")).doing("read readings")?;
    let mut rows = statement.query(params![first, last]).doing("read readings")?;
    let (mut hasher, mut count) = (Sha256::new(), 0);
    while let Some(row) = rows.next().doing("read readings")? {
        add(&mut hasher, &reading(row).doing("read readings")?);
        count += 1;
    }
    Ok((Hash(hasher.finalize().into()), count))
}

/// SHA-256 over all columns of all rows, each with its length before it; NULL is a length of its own.
fn digest(rows: &[Reading]) -> Hash {
    let mut hasher = Sha256::new();
    for row in rows {
        add(&mut hasher, row);
    }
    Hash(hasher.finalize().into())
}

fn add(hasher: &mut Sha256, row: &Reading) {
    let numbers = [Some(row.reading_id), Some(row.run), Some(row.capture_id), row.new_capture_id]
        .map(|number| number.map(|number| number.to_string()));
    let texts = [Some(&row.origin), Some(&row.read_at), Some(&row.outcome), row.detail.as_ref()];
    for cell in numbers.iter().map(Option::as_ref).chain(texts) {
        let length = cell.map_or(u64::MAX, |cell| cell.len() as u64);
        hasher.update(length.to_be_bytes());
        hasher.update(cell.map_or(&[][..], |cell| cell.as_bytes()));
    }
}

fn reading(row: &Row<'_>) -> rusqlite::Result<Reading> {
    Ok(Reading {
        reading_id: row.get("reading_id")?,
        run: row.get("run")?,
        capture_id: row.get("capture_id")?,
        origin: row.get("origin")?,
        read_at: row.get("read_at")?,
        outcome: row.get("outcome")?,
        detail: row.get("detail")?,
        new_capture_id: row.get("new_capture_id")?,
    })
}
