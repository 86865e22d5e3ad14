//! All stored bytes against the hashes that they are known by, in the order in which they lie in the file.

use std::io::{self, Read as _};
use std::path::Path;

use rusqlite::{Connection, named_params};
use sha2::{Digest as _, Sha256};

use crate::archive::Archive;
use crate::hash::Hash;
use crate::verify::is_damage;
use crate::{Error, Result};

/// Writers are let in after so many rows.
const GROUP_ROWS: usize = 4_096;
/// What is longer than in blobs.sql is read in pieces of this length.
const PIECE: usize = 1 << 20;
/// How many rows may be unreadable before the rest is left.
const MOST_DAMAGED: usize = 1_000;

/// What came of it.
#[derive(Debug, Default)]
pub struct Hashed {
    /// How many bytes were hashed.
    pub bytes: u64,
    /// The hashes that bytes are known by and do not have; those of bytes that were taken down are among them.
    pub suspects: Vec<String>,
    /// What kept rows from being read.
    pub damage: Vec<rusqlite::Error>,
}

/// Hashes all of them over a connection of its own, and tells how far it is: the number of the last row, of how many.
pub fn hash_all(path: &Path, told: &dyn Fn(i64, i64)) -> Result<Hashed> {
    let connection = Archive::connection_to_verify(path)?;
    let mut hashed = Hashed::default();
    let (mut after, last) = match ends(&connection) {
        Ok((first, last)) => (first.saturating_sub(1), last),
        Err(cause) => {
            hashed.add_damage(cause)?;
            return Ok(hashed);
        }
    };
    while after < last && hashed.damage.len() < MOST_DAMAGED {
        match hash_group(&connection, &mut after, &mut hashed) {
            Ok(0) => break,
            Ok(_) => {}
            Err(cause) => {
                hashed.add_damage(cause)?;
                after += 1;
            }
        }
        told(after, last);
    }
    Ok(hashed)
}

impl Hashed {
    fn add_damage(&mut self, cause: rusqlite::Error) -> Result<()> {
        if !is_damage(&cause) {
            return Err(Error::Database { operation: "read stored bytes", source: cause });
        }
        self.damage.push(cause);
        Ok(())
    }
}

/// The numbers of the first and the last row; the last is below the first where there are none.
fn ends(connection: &Connection) -> rusqlite::Result<(i64, i64)> {
    let sql = "SELECT (SELECT min(rowid) FROM blobs), (SELECT max(rowid) FROM blobs)";
    let (first, last): (Option<i64>, Option<i64>) =
        connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok((first.unwrap_or(1), last.unwrap_or(0)))
}

/// Hashes the next rows and returns how many there were.
fn hash_group(connection: &Connection, after: &mut i64, hashed: &mut Hashed) -> rusqlite::Result<usize> {
    let mut statement = connection.prepare_cached(include_str!("blobs.sql"))?;
    let mut rows = statement.query(named_params! {":after": *after})?;
    let mut count = 0;
    while count < GROUP_ROWS {
        let Some(row) = rows.next()? else { break };
        let rowid: i64 = row.get(0)?;
        let sha256 = row.get_ref(1)?.as_str()?;
        let found = match row.get_ref(3)?.as_blob_or_null()? {
            Some(bytes) => Some(Hash::of(bytes)),
            None => hash_long(connection, rowid).ok(),
        };
        if found.is_none() || Hash::from_hex(sha256) != found {
            hashed.suspects.push(sha256.to_owned());
        }
        hashed.bytes += row.get::<_, i64>(2)?.max(0) as u64;
        *after = rowid;
        count += 1;
    }
    Ok(count)
}

fn hash_long(connection: &Connection, rowid: i64) -> io::Result<Hash> {
    let mut blob = connection.blob_open("main", "blobs", "bytes", rowid, true).map_err(io::Error::other)?;
    let (mut hasher, mut piece) = (Sha256::new(), vec![0; PIECE]);
    loop {
        match blob.read(&mut piece)? {
            0 => return Ok(Hash(hasher.finalize().into())),
            length => hasher.update(piece.get(..length).unwrap_or_default()),
        }
    }
}
