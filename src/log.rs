//! The append-only log: a Merkle tree as in RFC 6962 over the bodies of its entries. Whatever enters the archive is
//! written here too, so that a row that was changed or removed later shows, and whoever keeps a root can tell a rewritten
//! log from the true one.

pub mod checkpoint;
pub mod entry;
pub mod inclusion_proof;
pub mod merkle;
pub mod proof;

pub use entry::Entry;

use rusqlite::{Connection, params};

use crate::error::Doing as _;
use crate::hash::Hash;
use crate::{Error, Result};

/// Adds an entry at the end and returns its index. To be called inside the transaction that writes what it records.
pub fn append(connection: &Connection, recorded_at: &str, entry: &Entry) -> Result<i64> {
    let sequence = size(connection)?;
    let body = entry.body(recorded_at);
    connection
        .prepare_cached(include_str!("log/append.sql"))
        .and_then(|mut statement| {
            let leaf_hash = merkle::leaf_hash(body.as_bytes()).to_hex();
            statement.execute(params![sequence, recorded_at, entry.kind(), body, leaf_hash])
        })
        .doing("append to the log")?;
    Ok(sequence)
}

/// The hashes of all entries in order, each computed from its body.
///
/// # Errors
/// [`crate::Error::LogDamaged`] where an entry is gone or does not fit its recorded hash.
pub fn leaves(connection: &Connection) -> Result<Vec<Hash>> {
    let mut statement = connection.prepare(include_str!("log/leaves.sql")).doing("read the log")?;
    let mut rows = statement.query([]).doing("read the log")?;
    let mut leaves = Vec::new();
    while let Some(row) = rows.next().doing("read the log")? {
        let sequence: i64 = row.get("sequence").doing("read the log")?;
        let body: String = row.get("body").doing("read the log")?;
        let recorded: String = row.get("leaf_hash").doing("read the log")?;
        let leaf = merkle::leaf_hash(body.as_bytes());
        if sequence != leaves.len() as i64 || leaf.to_hex() != recorded {
            return Err(Error::LogDamaged { entry: sequence.min(leaves.len() as i64) });
        }
        leaves.push(leaf);
    }
    Ok(leaves)
}

/// How many entries the log has: one more than its last index.
pub fn size(connection: &Connection) -> Result<i64> {
    connection
        .prepare_cached("SELECT coalesce(max(sequence) + 1, 0) AS size FROM log_entries")
        .and_then(|mut statement| statement.query_row([], |row| row.get("size")))
        .doing("read the log")
}
