//! Storing one article: its bytes, its derived rows and their log entries. To be called inside a transaction; the
//! caller answers for all or nothing.

mod container;

use rusqlite::{Connection, ErrorCode, OptionalExtension as _, named_params, params};

use super::collate::New;
use super::derivation::{Derived, extractor};
use crate::capture::Capture;
use crate::error::Doing as _;
use crate::hash::Hash;
use crate::log::entry::{CaptureEntry, DerivationEntry};
use crate::log::{self, Entry};
use crate::{Error, Result};

/// What became of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was not known.
    New,
    /// It was known, and its bytes or what was given with them have changed: this is the number of the new version.
    Version(i64),
    /// It was known as it is.
    Unchanged,
}

/// What became of an article, and under which number.
#[derive(Clone, Copy, Debug)]
pub struct Stored {
    /// What became of it.
    pub outcome: Outcome,
    /// The capture that holds it.
    pub capture_id: i64,
}

/// Whether there is nothing yet.
pub fn is_empty(connection: &Connection) -> Result<bool> {
    connection
        .query_row("SELECT NOT EXISTS (SELECT 1 FROM captures) AS is_empty", [], |row| row.get("is_empty"))
        .doing("look for known articles")
}

/// The capture that already holds exactly this: same origin, same bytes, same given metadata, and nothing newer from
/// that origin. Bytes that were damaged since are not the same.
pub fn find_unchanged(connection: &Connection, capture: &Capture) -> Result<Option<i64>> {
    connection
        .prepare_cached(include_str!("store/find_unchanged.sql"))
        .and_then(|mut statement| {
            statement
                .query_row(
                    named_params! {
                        ":origin": capture.origin,
                        ":sha256": capture.sha256.to_hex(),
                        ":bytes": capture.bytes,
                        ":media_type": capture.media_type.name(),
                        ":given_metadata": capture.given,
                    },
                    |row| row.get("capture_id"),
                )
                .optional()
        })
        .doing("look for known articles")
}

/// Why an article may not be stored: these bytes, or this text in whatever bytes, were taken down. A sentence that begins
/// with "it".
fn taken_down(connection: &Connection, sha256: &Hash, text_sha256: Option<&str>) -> Result<Option<String>> {
    let any: bool = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM takedowns) AS any_takedown")
        .and_then(|mut statement| statement.query_row([], |row| row.get("any_takedown")))
        .doing("look for takedowns")?;
    if !any {
        return Ok(None);
    }
    connection
        .prepare_cached(include_str!("store/taken_down.sql"))
        .and_then(|mut statement| {
            statement
                .query_row(named_params! {":sha256": sha256.to_hex(), ":text_sha256": text_sha256}, |row| {
                    let (day, ordered_by): (String, String) = (row.get("taken_down_at")?, row.get("ordered_by")?);
                    let reason: String = row.get("reason")?;
                    Ok(format!("it was taken down on {day} by order of {ordered_by}: {reason}"))
                })
                .optional()
        })
        .doing("look for takedowns")
}

/// Stores an article, unless it is known as it is, and reads its bytes back; or leaves no trace of it and says why, where
/// the reason lies in the article. `identity` is the article's where it is known to be a version of one.
pub fn store_whole(
    connection: &Connection,
    capture: &Capture,
    derived: &Derived,
    identity: Option<&str>,
    now: &str,
) -> Result<std::result::Result<Stored, String>> {
    if let Some(reason) = taken_down(connection, &capture.sha256, derived.text_sha256.as_deref())? {
        return Ok(Err(reason));
    }
    execute(connection, "SAVEPOINT article").doing("begin an article")?;
    let identity = identity.or(derived.url.as_deref()).unwrap_or(&capture.origin);
    let stored = store(connection, capture, derived, identity, now)
        .and_then(|stored| read_back(connection, capture).map(|()| stored));
    match stored {
        Ok(stored) => {
            execute(connection, "RELEASE article").doing("finish an article")?;
            Ok(Ok(stored))
        }
        Err(Error::Database { source, .. }) if is_about_the_article(&source) => {
            connection.execute_batch("ROLLBACK TO article; RELEASE article").doing("leave out an article")?;
            Ok(Err(format!("it cannot be stored: {source}")))
        }
        Err(error) => Err(error),
    }
}

fn is_about_the_article(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::ConstraintViolation | ErrorCode::TooBig | ErrorCode::TypeMismatch)
    )
}

fn store(connection: &Connection, capture: &Capture, derived: &Derived, identity: &str, now: &str) -> Result<Stored> {
    if let Some(capture_id) = find_unchanged(connection, capture)? {
        return Ok(Stored { outcome: Outcome::Unchanged, capture_id });
    }
    let (article_id, last) = article(connection, identity)?;
    put_blob(connection, capture)?;
    if let Some(last) = &last
        && last.says_the_same(capture)
    {
        return Ok(Stored { outcome: Outcome::Unchanged, capture_id: last.capture_id });
    }
    let sequence = last.map_or(1, |last| last.sequence + 1);
    let container_id = capture.container.as_ref().map(|file| container::put(connection, file, now)).transpose()?;
    let version = Version { article_id, identity, sequence, container_id };
    let entry = put_capture(connection, capture, &version, now)?;
    let capture_id = entry.capture_id;
    log::append(connection, now, &Entry::Capture(entry))?;
    let entry = put_derived(connection, capture_id, derived)?;
    log::append(connection, now, &Entry::Derivation(entry))?;
    let outcome = if sequence == 1 { Outcome::New } else { Outcome::Version(sequence) };
    Ok(Stored { outcome, capture_id })
}

/// Writes the rows derived from a capture and their digest, and returns what the log is to say of it.
pub fn put_derived(connection: &Connection, capture_id: i64, derived: &Derived) -> Result<DerivationEntry> {
    derived.rows.insert(connection, capture_id)?;
    let entry = DerivationEntry { capture_id, extractor: extractor().to_owned(), digest: derived.digest.to_hex() };
    connection
        .prepare_cached("INSERT INTO derivations (capture_id, extractor, digest) VALUES (?, ?, ?)")
        .and_then(|mut statement| statement.execute(params![capture_id, entry.extractor, entry.digest]))
        .doing("store a derivation")?;
    Ok(entry)
}

/// Reads bytes back that were just written, and hashes them again.
fn read_back(connection: &Connection, capture: &Capture) -> Result<()> {
    let written: Vec<u8> = connection
        .prepare_cached("SELECT bytes FROM blobs WHERE sha256 = ?")
        .and_then(|mut statement| statement.query_row(params![capture.sha256.to_hex()], |row| row.get("bytes")))
        .doing("read back what was written")?;
    if Hash::of(&written) == capture.sha256 {
        Ok(())
    } else {
        Err(Error::WrittenBytesDiffer { origin: capture.origin.clone() })
    }
}

/// The last version of an article.
struct LastVersion {
    capture_id: i64,
    sequence: i64,
    sha256: String,
    media_type: String,
    given_metadata: Option<String>,
}

impl LastVersion {
    fn says_the_same(&self, capture: &Capture) -> bool {
        self.sha256 == capture.sha256.to_hex()
            && self.media_type == capture.media_type.name()
            && self.given_metadata == capture.given
    }
}

/// The article's number, new where it is not known, and its last version.
fn article(connection: &Connection, identity: &str) -> Result<(i64, Option<LastVersion>)> {
    let last = connection
        .prepare_cached(include_str!("store/last_version.sql"))
        .and_then(|mut statement| {
            statement
                .query_row(named_params! {":identity": identity}, |row| {
                    let version = LastVersion {
                        capture_id: row.get("capture_id")?,
                        sequence: row.get("sequence")?,
                        sha256: row.get("sha256")?,
                        media_type: row.get("media_type")?,
                        given_metadata: row.get("given_metadata")?,
                    };
                    Ok((row.get("article_id")?, Some(version)))
                })
                .optional()
        })
        .doing("look for known articles")?;
    if let Some(known) = last {
        return Ok(known);
    }
    connection
        .prepare_cached(include_str!("store/put_article.sql"))
        .and_then(|mut statement| {
            statement.query_row(named_params! {":identity": identity}, |row| Ok((row.get("article_id")?, None)))
        })
        .doing("store an article")
}

/// Bytes that were damaged in the archive are put right by the same bytes found again.
fn put_blob(connection: &Connection, capture: &Capture) -> Result<()> {
    connection
        .prepare_cached(include_str!("store/put_blob.sql"))
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":sha256": capture.sha256.to_hex(),
                ":byte_length": capture.bytes.len() as i64,
                ":bytes": capture.bytes,
            })
        })
        .doing("store an article's bytes")?;
    Ok(())
}

/// What is given to a new version.
struct Version<'a> {
    article_id: i64,
    identity: &'a str,
    sequence: i64,
    container_id: Option<i64>,
}

fn put_capture(connection: &Connection, capture: &Capture, version: &Version<'_>, now: &str) -> Result<CaptureEntry> {
    let mut entry = CaptureEntry {
        capture_id: 0,
        article: version.identity.to_owned(),
        sequence: version.sequence,
        sha256: capture.sha256.to_hex(),
        byte_length: capture.bytes.len() as i64,
        origin: capture.origin.clone(),
        retrieved_at: now.to_owned(),
        media_type: capture.media_type.name().to_owned(),
        given_metadata: capture.given.clone(),
        tool: crate::TOOL.to_owned(),
        container_id: version.container_id,
        record: capture.record.clone(),
    };
    entry.capture_id = connection
        .prepare_cached(include_str!("store/put_capture.sql"))
        .and_then(|mut statement| {
            statement.query_row(
                named_params! {
                    ":article_id": version.article_id,
                    ":sequence": entry.sequence,
                    ":sha256": entry.sha256,
                    ":origin": entry.origin,
                    ":retrieved_at": entry.retrieved_at,
                    ":media_type": entry.media_type,
                    ":given_metadata": entry.given_metadata,
                    ":tool": entry.tool,
                    ":container_id": entry.container_id,
                    ":record": entry.record,
                },
                |row| row.get("capture_id"),
            )
        })
        .doing("store a capture")?;
    Ok(entry)
}

fn execute(connection: &Connection, sql: &'static str) -> rusqlite::Result<()> {
    connection.prepare_cached(sql).and_then(|mut statement| statement.execute([])).map(drop)
}

/// Adds new captures, the lowest number first, to the full-text index, and those in parts to that of parts. To be called once
/// for all of a transaction, outside of any savepoint: at the end of each of those the index would write what it has gathered in memory.
pub fn index_texts(connection: &Connection, new: &[New]) -> Result<()> {
    let in_parts = |new: &&New| new.print.as_ref().is_some_and(|sketch| sketch.in_parts);
    let all: Vec<i64> = new.iter().map(|new| new.capture_id).collect();
    let parts: Vec<i64> = new.iter().filter(in_parts).map(|new| new.capture_id).collect();
    for (sql, capture_ids) in
        [(include_str!("store/index_texts.sql"), all), (include_str!("store/index_parts.sql"), parts)]
    {
        let capture_ids = serde_json::json!(capture_ids).to_string();
        connection
            .prepare_cached(sql)
            .and_then(|mut statement| statement.execute(named_params! {":capture_ids": capture_ids}))
            .doing("add to the full-text index")?;
    }
    Ok(())
}
