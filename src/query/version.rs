//! One version of an article by the hash of its bytes, and these bytes.

use rusqlite::{Connection, OptionalExtension as _, named_params};

use super::question::optional;
use super::{Question, Rows};
use crate::error::Doing as _;
use crate::hash::Hash;
use crate::{Error, Result};

/// The captures whose hash begins with `:digits`.
pub const BY_HASH: Question = Question { name: "version", sql: include_str!("version/by_hash.sql"), shown: &[] };

/// The bytes with the hash `:sha256`.
pub const BYTES: Question = Question { name: "version", sql: include_str!("version/bytes.sql"), shown: &[] };

/// Fewer digits of a hash would fit too much.
const FEWEST_DIGITS: usize = 6;

/// The captures of the bytes whose hash is or begins with `digits`; the same bytes may have been found in several places.
///
/// # Errors
/// [`Error::NotFound`] where there are none, [`Error::Ambiguous`] where the digits begin several hashes.
pub fn by_hash(connection: &Connection, digits: &str) -> Result<Rows> {
    let digits = digits.to_lowercase();
    let missing = || Error::NotFound { kind: "article", asked: digits.clone(), known: Vec::new() };
    if digits.len() < FEWEST_DIGITS || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return Err(missing());
    }
    let rows = BY_HASH.rows(connection, &vec![(":digits", optional(Some(&digits)))])?;
    let mut hashes: Vec<String> = rows.records().filter_map(|record| record.string("sha256")).collect();
    hashes.dedup();
    match hashes.as_slice() {
        [] => Err(missing()),
        [first, others @ ..] if others.iter().all(|other| other == first) => Ok(rows),
        _ => Err(Error::Ambiguous { kind: "article", asked: digits, candidates: hashes }),
    }
}

/// The bytes with this hash, after a look at whether they still have it.
///
/// # Errors
/// [`Error::NotFound`] where there are none, [`Error::Unsound`] where they were altered.
pub fn bytes(connection: &Connection, sha256: &str) -> Result<Vec<u8>> {
    let bytes: Option<Vec<u8>> = connection
        .query_row(BYTES.sql, named_params! {":sha256": sha256}, |row| row.get("bytes"))
        .optional()
        .doing("read the bytes")?;
    let bytes = bytes.ok_or_else(|| Error::NotFound {
        kind: "bytes with the hash",
        asked: sha256.to_owned(),
        known: Vec::new(),
    })?;
    if Hash::of(&bytes).to_hex() == sha256 {
        Ok(bytes)
    } else {
        Err(Error::Unsound { what: format!("the stored bytes of {sha256} have another hash: they were altered") })
    }
}
