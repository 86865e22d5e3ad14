//! Timestamps over checkpoints: asking for one, taking the answer in, and what is kept of both. Request, response and
//! chain are kept to the byte, so that `openssl ts -verify` can be run on them at any time.

use rusqlite::{Connection, Row, named_params};

use super::{Stored, stored};
use crate::archive::Archive;
use crate::error::Doing as _;
use crate::timestamp::{Query, Stamp};
use crate::{Error, Result};

/// One timestamp that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timestamp {
    /// Its number.
    pub timestamp_id: i64,
    /// The checkpoint that it is of.
    pub checkpoint_id: i64,
    /// The question, DER.
    pub query: Vec<u8>,
    /// When it was asked (UTC).
    pub asked_at: String,
    /// The answer, DER, where it has come.
    pub response: Option<Vec<u8>>,
    /// Certificates from the authority to a root, PEM, where they were given.
    pub chain: Option<Vec<u8>>,
    /// The time that the answer gives, as it was read from it.
    pub attested_at: Option<String>,
}

impl Timestamp {
    /// What is wrong with it in itself: the column, and what it holds instead. `note` is that of its checkpoint.
    pub fn fault(&self, checkpoint: &Stored) -> Option<(&'static str, String)> {
        let query = match Query::parse(&self.query) {
            Ok(query) => query,
            Err(lacks) => return Some(("query", format!("a query that {lacks}"))),
        };
        if query.imprint != checkpoint.note_hash() {
            return Some(("query", format!("a query about SHA-256 {}", query.imprint)));
        }
        let stamp = match self.response.as_deref().map(Stamp::parse)? {
            Ok(stamp) => stamp,
            Err(lacks) => return Some(("response", format!("a response that {lacks}"))),
        };
        if stamp.imprint != query.imprint {
            return Some(("response", format!("a timestamp of SHA-256 {}", stamp.imprint)));
        }
        if !query.is_answered_by(&stamp) {
            return Some(("response", "the answer to another query".to_owned()));
        }
        let attested_at = self.attested_at.clone().unwrap_or_default();
        (attested_at != stamp.time).then_some(("attested_at", attested_at))
    }
}

/// Asks for a timestamp of the checkpoint with this number, otherwise of the last one, and returns the query to be sent.
pub fn ask(archive: &mut Archive, checkpoint_id: Option<i64>, now: &str) -> Result<(Stored, Vec<u8>)> {
    archive.write(|transaction| {
        let checkpoint = chosen(stored::all(transaction)?, checkpoint_id)?;
        let query = Query::new(checkpoint.note_hash()).map_err(|reason| Error::NoRandomness { reason })?;
        let der = query.to_der().map_err(|error| Error::NoRandomness { reason: error.to_string() })?;
        transaction
            .prepare_cached(include_str!("ask.sql"))
            .and_then(|mut statement| {
                statement.execute(named_params! {
                    ":checkpoint_id": checkpoint.checkpoint_id,
                    ":query": der,
                    ":asked_at": now,
                })
            })
            .doing("store a timestamp query")?;
        Ok((checkpoint, der))
    })
}

/// Takes an answer in, with the certificates that lead from the authority to a root where they are given.
///
/// # Errors
/// [`Error::NotAsGiven`] names `response_path` where it is no answer to a query that is kept here.
pub fn answer(archive: &mut Archive, response: &Answer<'_>, now: &str) -> Result<Timestamp> {
    let refused = |reason: String| Error::NotAsGiven {
        path: response.path.to_owned(),
        reason,
        remedy: "send the query that `dossier checkpoint --timestamp-request FILE` wrote, and give the answer as it came",
    };
    let stamp = Stamp::parse(response.der).map_err(refused)?;
    archive.write(|transaction| {
        let asked = all(transaction)?;
        let is_answered = |query: &[u8]| Query::parse(query).is_ok_and(|query| query.is_answered_by(&stamp));
        let Some(mut timestamp) = asked.into_iter().find(|timestamp| is_answered(&timestamp.query)) else {
            return Err(refused("answers no query of this archive".to_owned()));
        };
        if timestamp.response.is_some() && timestamp.response.as_deref() != Some(response.der) {
            return Err(refused("answers a query that was answered already".to_owned()));
        }
        timestamp.response = Some(response.der.to_vec());
        timestamp.chain = response.chain.map(<[u8]>::to_vec).or(timestamp.chain);
        timestamp.attested_at = Some(stamp.time);
        transaction
            .prepare_cached(include_str!("answer.sql"))
            .and_then(|mut statement| {
                statement.execute(named_params! {
                    ":timestamp_id": timestamp.timestamp_id,
                    ":response": timestamp.response,
                    ":chain": timestamp.chain,
                    ":attested_at": timestamp.attested_at,
                    ":answered_at": now,
                })
            })
            .doing("store a timestamp response")?;
        Ok(timestamp)
    })
}

/// An authority's answer as it was given.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// The file, for errors.
    pub path: &'a std::path::Path,
    /// Its bytes.
    pub der: &'a [u8],
    /// Certificates, PEM.
    pub chain: Option<&'a [u8]>,
}

/// All timestamps, the oldest first.
pub fn all(connection: &Connection) -> Result<Vec<Timestamp>> {
    let mut statement = connection.prepare(include_str!("timestamps.sql")).doing("read timestamps")?;
    statement.query_map([], timestamp).and_then(Iterator::collect).doing("read timestamps")
}

fn chosen(checkpoints: Vec<Stored>, asked: Option<i64>) -> Result<Stored> {
    let known = checkpoints.iter().map(|stored| stored.checkpoint_id.to_string()).collect();
    match asked {
        None => checkpoints
            .into_iter()
            .next_back()
            .ok_or_else(|| Error::NoCheckpoint { what: "there is no checkpoint to be timestamped".to_owned() }),
        Some(asked) => checkpoints
            .into_iter()
            .find(|stored| stored.checkpoint_id == asked)
            .ok_or_else(|| Error::NotFound { kind: "checkpoint", asked: asked.to_string(), known }),
    }
}

fn timestamp(row: &Row<'_>) -> rusqlite::Result<Timestamp> {
    Ok(Timestamp {
        timestamp_id: row.get("timestamp_id")?,
        checkpoint_id: row.get("checkpoint_id")?,
        query: row.get("query")?,
        asked_at: row.get("asked_at")?,
        response: row.get("response")?,
        chain: row.get("chain")?,
        attested_at: row.get("attested_at")?,
    })
}
