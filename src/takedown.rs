//! Takedown: erasing an article's bytes and everything that was made from them, because somebody who may do so ordered it.
//! What stays is what shows that there was something: hashes, the log with its proofs, origin and metadata as they were
//! given, and the tombstone, which is itself in the log.
//!
//! The row of the bytes stays with a length of 0: all that refers to it goes on referring to it, and the true length
//! stands in the log. The derived rows are removed; names, incidents and the full-text index are made anew without them.

mod erase;
mod traces;

use rusqlite::Connection;

use crate::archive::Archive;
use crate::error::Doing as _;
use crate::log::entry::TakedownEntry;
use crate::log::{self, Entry};
use crate::query::article;
use crate::{Error, Result, TOOL};
pub use traces::Traces;

/// What was ordered.
#[derive(Clone, Debug)]
pub struct Order {
    /// The article, as a person names it.
    pub article: String,
    /// Only the version that is named, not the others.
    pub only_this_version: bool,
    /// The order, in words.
    pub reason: String,
    /// Who ordered it.
    pub ordered_by: String,
}

/// What was erased.
#[derive(Clone, Debug, Default)]
pub struct Erased {
    /// The identity of the article.
    pub article: String,
    /// The captures without their bytes: those of the article, and others that held the same bytes.
    pub captures: Vec<Capture>,
    /// What still tells of its words.
    pub traces: Traces,
}

/// A capture that was erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// Its number.
    pub capture_id: i64,
    /// The identity of its article.
    pub article: String,
    /// Which version of it.
    pub version: i64,
    /// SHA-256 of the bytes that are gone.
    pub sha256: String,
    /// How many bytes they were; 0 where they were erased before.
    pub byte_length: i64,
    /// Where they had been found.
    pub origin: String,
}

/// Erases what `order` names. To do it again does no harm: what was put back is erased again, and the file is cleaned.
///
/// # Errors
/// [`Error::NotFound`] and [`Error::Ambiguous`] as for any query; [`Error::Usage`] for an order without words.
pub fn run(archive: &mut Archive, order: &Order, now: &str) -> Result<Erased> {
    for (option, text) in [("--reason", &order.reason), ("--ordered-by", &order.ordered_by)] {
        if text.trim().is_empty() {
            return Err(Error::Usage { what: format!("{option} says nothing; the tombstone has to") });
        }
    }
    let (mut erased, texts) = archive.erase(|transaction| {
        let captures = captures(transaction, order)?;
        let article = captures.first().map(|capture| capture.article.clone()).unwrap_or_default();
        let texts = traces::Texts::of(transaction, &captures)?;
        for sha256 in hashes(&captures) {
            record(transaction, &sha256, order, now)?;
        }
        erase::all(transaction, &captures, &texts)?;
        Ok((Erased { article, captures, traces: Traces::default() }, texts))
    })?;
    erased.traces = texts.traces(archive)?;
    Ok(erased)
}

/// The captures that are meant, and all others with the same bytes, which are stored only once.
fn captures(connection: &Connection, order: &Order) -> Result<Vec<Capture>> {
    let version = article::find_exactly(connection, &order.article)?;
    let mut statement = connection.prepare(include_str!("takedown/captures.sql")).doing("read captures")?;
    statement
        .query_map(
            rusqlite::named_params! {
                ":article_id": version.article_id,
                ":capture_id": order.only_this_version.then_some(version.capture_id),
            },
            |row| {
                Ok(Capture {
                    capture_id: row.get("capture_id")?,
                    article: row.get("identity")?,
                    version: row.get("sequence")?,
                    sha256: row.get("sha256")?,
                    byte_length: row.get("byte_length")?,
                    origin: row.get("origin")?,
                })
            },
        )
        .and_then(Iterator::collect)
        .doing("read captures")
}

fn hashes(captures: &[Capture]) -> Vec<String> {
    let mut hashes: Vec<String> = captures.iter().map(|capture| capture.sha256.clone()).collect();
    hashes.sort();
    hashes.dedup();
    hashes
}

/// The tombstone, once for each sequence of bytes, in the table and in the log.
fn record(connection: &Connection, sha256: &str, order: &Order, now: &str) -> Result<()> {
    let entry = TakedownEntry {
        sha256: sha256.to_owned(),
        text_sha256: erase::text_sha256(connection, sha256)?,
        reason: order.reason.trim().to_owned(),
        ordered_by: order.ordered_by.trim().to_owned(),
        taken_down_at: now.to_owned(),
        tool: TOOL.to_owned(),
    };
    let added = connection
        .execute(
            include_str!("takedown/put_takedown.sql"),
            rusqlite::named_params! {
                ":sha256": entry.sha256,
                ":text_sha256": entry.text_sha256,
                ":reason": entry.reason,
                ":ordered_by": entry.ordered_by,
                ":taken_down_at": entry.taken_down_at,
                ":tool": entry.tool,
            },
        )
        .doing("record a takedown")?;
    if added > 0 {
        log::append(connection, now, &Entry::Takedown(entry))?;
    }
    Ok(())
}
