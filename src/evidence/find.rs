//! What a person wants proved: a claim by its key, or an article in any of the ways in which `query show` takes one.

use rusqlite::{Connection, named_params};

use crate::error::Doing as _;
use crate::query::article;
use crate::{Error, Result};

/// Fewer digits of a claim's key would fit too much.
const FEWEST_DIGITS: usize = 6;

/// What is to be proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The version of the article.
    pub capture_id: i64,
    /// The claim, where one was asked for; otherwise all of that version.
    pub claim_id: Option<i64>,
}

/// Finds what `asked` means.
///
/// # Errors
/// [`Error::NotFound`] where nothing fits, [`Error::Ambiguous`] where several things do.
pub fn find(connection: &Connection, asked: &str) -> Result<Asked> {
    let asked = asked.trim().to_lowercase();
    let is_key = asked.len() >= FEWEST_DIGITS && asked.bytes().all(|digit| digit.is_ascii_hexdigit());
    let claims = if is_key { claims(connection, &asked)? } else { Vec::new() };
    match claims.as_slice() {
        [] => article::find_text(connection, &asked)
            .map(|version| Asked { capture_id: version.capture_id, claim_id: None }),
        [(claim, _, _)] => Ok(*claim),
        // The same bytes may be held under several addresses; the first of them to be stored shows the earliest time.
        [(claim, key, _), others @ ..] if others.iter().all(|(_, other, _)| other == key) => Ok(*claim),
        several => Err(Error::Ambiguous {
            kind: "claim",
            asked,
            candidates: several.iter().map(|(_, _, described)| described.clone()).collect(),
        }),
    }
}

fn claims(connection: &Connection, digits: &str) -> Result<Vec<(Asked, String, String)>> {
    let mut statement = connection.prepare_cached(include_str!("find_claim.sql")).doing("look for a claim")?;
    statement
        .query_map(named_params! {":digits": digits}, |row| {
            let asked = Asked { capture_id: row.get("capture_id")?, claim_id: Some(row.get("claim_id")?) };
            Ok((asked, row.get("claim_key")?, row.get("described")?))
        })
        .and_then(Iterator::collect)
        .doing("look for a claim")
}
