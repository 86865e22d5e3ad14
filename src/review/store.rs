//! Storing a review: its row, and the entry of the log that proves it. To be called inside a transaction.

use rusqlite::{Connection, Row as SqlRow, ToSql, params};

use super::content::{Content, PARAMETERS, columns};
use super::{Decision, Found, Reviewed};
use crate::error::Doing as _;
use crate::log::entry::ReviewEntry;
use crate::log::{self, Entry};
use crate::{Result, TOOL};

/// What is stored.
pub struct Row<'a> {
    pub found: &'a Found,
    pub decision: Decision,
    pub content: Content,
    pub reviewer: &'a str,
    pub now: &'a str,
}

/// Adds the row and its entry.
pub fn put(connection: &Connection, row: &Row<'_>) -> Result<Reviewed> {
    let Row { found, decision, content, reviewer, now } = row;
    let name = decision.name();
    let mut parameters: Vec<(&str, &dyn ToSql)> = vec![
        (":claim_key", &found.claim_key),
        (":sha256", &found.sha256),
        (":decision", &name),
        (":reviewer", reviewer),
        (":reviewed_at", now),
        (":tool", &TOOL),
    ];
    let cells: Vec<_> = columns().map(|column| content.get(column)).collect();
    parameters.extend(PARAMETERS.iter().zip(&cells).map(|(parameter, cell)| (*parameter, *cell as &dyn ToSql)));
    let review_id: i64 = connection
        .prepare_cached(include_str!("put_review.sql"))
        .and_then(|mut statement| statement.query_row(parameters.as_slice(), |row: &SqlRow<'_>| row.get("review_id")))
        .doing("store a review")?;
    let stored = connection
        .query_row("SELECT * FROM reviews WHERE review_id = ?", params![review_id], Content::read)
        .doing("read back a review")?;
    let entry = ReviewEntry {
        review_id,
        claim_key: found.claim_key.clone(),
        sha256: found.sha256.clone(),
        decision: name.to_owned(),
        content_sha256: stored.digest().to_hex(),
        reviewer: (*reviewer).to_owned(),
        reviewed_at: (*now).to_owned(),
        tool: TOOL.to_owned(),
    };
    log::append(connection, now, &Entry::Review(entry))?;
    Ok(Reviewed {
        review_id,
        claim_key: found.claim_key.clone(),
        sha256: found.sha256.clone(),
        decision: *decision,
        content: content.clone(),
    })
}
