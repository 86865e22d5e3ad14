//! An entry of the log and the row that it leads to, by their hashes alone.

use rusqlite::{CachedStatement, Connection, OptionalExtension as _};
use serde::Deserialize;

use crate::Result;
use crate::error::Doing as _;
use crate::verify::Verdict;
use crate::verify::log::Stored;

/// Reads the hashes that captures refer to.
pub struct Held<'a> {
    sha256: CachedStatement<'a>,
}

/// What of an entry is looked at; none of it is ever written with escapes.
#[derive(Deserialize)]
struct Said<'a> {
    recorded_at: &'a str,
    kind: &'a str,
    capture_id: Option<i64>,
    sha256: Option<&'a str>,
}

impl<'a> Held<'a> {
    /// For one reading of the log.
    pub fn prepare(connection: &'a Connection) -> Result<Self> {
        let sha256 =
            connection.prepare_cached("SELECT sha256 FROM captures WHERE capture_id = ?").doing("read a capture")?;
        Ok(Self { sha256 })
    }

    /// Whether nothing more need be known of the entry: it tells of a derivation, or of a capture whose row has its hash.
    /// Whatever else it is, the whole comparison tells.
    pub fn check(&mut self, entry: &Stored<'_>, verdict: &mut Verdict) -> Result<bool> {
        let Ok(said) = serde_json::from_str::<Said<'_>>(entry.body) else { return Ok(false) };
        if said.kind != entry.log_kind || said.recorded_at != entry.recorded_at {
            return Ok(false);
        }
        let (capture_id, sha256) = match (said.kind, said.capture_id, said.sha256) {
            ("derivation", _, _) => return Ok(true),
            ("capture", Some(capture_id), Some(sha256)) => (capture_id, sha256),
            _ => return Ok(false),
        };
        let is_held = self
            .sha256
            .query_row([capture_id], |row| Ok(row.get_ref(0)?.as_str()? == sha256))
            .optional()
            .doing("read a capture")?;
        if is_held == Some(true) {
            verdict.logged.count_capture(capture_id);
        }
        Ok(is_held == Some(true))
    }
}
