//! Finding the claim that a person means, and how it stands: as the program reads it, or as people left it.

use rusqlite::{Connection, OptionalExtension as _, Row, named_params, params};

use super::content::Content;
use crate::error::Doing as _;
use crate::{Error, Result};

/// Fewer digits of a claim's key would fit too much.
const FEWEST_DIGITS: usize = 6;

/// A claim that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its key.
    pub claim_key: String,
    /// SHA-256 of the bytes that it stands in.
    pub sha256: String,
    /// What the program reads; `None` where it does not find it.
    pub seen: Option<String>,
}

/// The claim whose key is or begins with `asked`: one of the program's, or one that people added.
///
/// # Errors
/// [`Error::NotFound`] where there is none, [`Error::Ambiguous`] where the digits begin several keys.
pub fn claim(connection: &Connection, asked: &str) -> Result<Found> {
    let digits = asked.trim().to_lowercase();
    let missing = || Error::NotFound { kind: "claim with the key", asked: asked.to_owned(), known: Vec::new() };
    if digits.len() < FEWEST_DIGITS || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return Err(missing());
    }
    let mut statement = connection.prepare_cached(include_str!("claims.sql")).doing("look for a claim")?;
    let found: Vec<(Found, String)> = statement
        .query_map(named_params! {":digits": digits}, |row| {
            let found = Found { claim_key: row.get("claim_key")?, sha256: row.get("sha256")?, seen: row.get("seen")? };
            Ok((found, row.get("described")?))
        })
        .and_then(Iterator::collect)
        .doing("look for a claim")?;
    match found.as_slice() {
        [] => Err(missing()),
        [(first, _), others @ ..] if others.iter().all(|(other, _)| other.claim_key == first.claim_key) => {
            Ok(first.clone())
        }
        several => Err(Error::Ambiguous {
            kind: "claim",
            asked: asked.to_owned(),
            candidates: several.iter().map(|(_, described)| described.clone()).collect(),
        }),
    }
}

/// The claim as it stands: as people left it where they agree, otherwise as the program reads it; or as one reviewer left it.
pub fn standing(connection: &Connection, found: &Found, like: Option<&str>) -> Result<Content> {
    let (key, sha256) = (&found.claim_key, &found.sha256);
    if let Some(reviewer) = like {
        let which = named_params! {":claim_key": key, ":reviewer": reviewer};
        let left = read(connection, include_str!("left_by.sql"), which)?;
        return left.ok_or_else(|| Error::NotFound {
            kind: "decision that stands, about this claim, by",
            asked: reviewer.to_owned(),
            known: reviewers(connection, key).unwrap_or_default(),
        });
    }
    let mut stands = read(connection, include_str!("decided.sql"), named_params! {":claim_key": key})?;
    if stands.is_none() {
        let which = named_params! {":claim_key": key, ":sha256": sha256};
        stands = read(connection, include_str!("machine.sql"), which)?;
    }
    stands.ok_or_else(|| Error::NotFound {
        kind: "claim with the key",
        asked: found.claim_key.clone(),
        known: Vec::new(),
    })
}

fn read(connection: &Connection, sql: &'static str, which: impl rusqlite::Params) -> Result<Option<Content>> {
    connection
        .prepare_cached(sql)
        .and_then(|mut statement| statement.query_row(which, Content::read).optional())
        .doing("read a claim")
}

/// Whether a decision of this reviewer stands.
pub fn is_decided_by(connection: &Connection, claim_key: &str, reviewer: &str) -> Result<bool> {
    reviewers(connection, claim_key).map(|all| all.iter().any(|name| name == reviewer))
}

fn reviewers(connection: &Connection, claim_key: &str) -> Result<Vec<String>> {
    let mut statement = connection.prepare_cached(include_str!("reviewers.sql")).doing("read reviews")?;
    let name = |row: &Row<'_>| row.get("reviewer");
    statement.query_map(params![claim_key], name).and_then(Iterator::collect).doing("read reviews")
}
