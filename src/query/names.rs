//! `query names`: people, bodies and places, with the spellings that were met in the texts.

use rusqlite::Connection;

use super::question::{number, optional};
use super::{Question, Rows};
use crate::{Error, Result};

/// Names; `:spelling` keeps those that have a spelling with this in it.
pub const NAMES: Question = Question {
    name: "names",
    sql: concat!(include_str!("names/machine.sql"), include_str!("names.sql")),
    shown: &["name", "kind", "spellings", "publishers", "articles", "spelled"],
};

/// The same as people grouped them.
pub const REVIEWED: Question = Question {
    name: "names",
    sql: concat!(include_str!("names/reviewed.sql"), include_str!("names.sql")),
    shown: &["name", "kind", "spellings", "publishers", "articles", "spelled"],
};

/// A page of the names of `:kind`, or of all.
pub const PAGE: Question = Question { name: "names", sql: include_str!("names/page.sql"), shown: &[] };
/// The spellings of one name.
pub const SPELLINGS: Question = Question { name: "names", sql: include_str!("names/spellings.sql"), shown: &[] };
/// Where one name is met.
pub const MET: Question = Question { name: "names", sql: include_str!("names/met.sql"), shown: &[] };

/// A page of the names of one kind (place, person, body), or of all, that have a spelling with `spelling` in it.
pub fn page(
    connection: &Connection,
    kind: Option<&str>,
    spelling: Option<&str>,
    limit: i64,
    offset: i64,
) -> Result<Rows> {
    let parameters = vec![
        (":kind", optional(kind)),
        (":spelling", optional(spelling)),
        (":limit", number(limit)),
        (":offset", number(offset)),
    ];
    PAGE.rows(connection, &parameters)
}

/// The spellings of one name.
///
/// # Errors
/// [`Error::NotFound`] where there is no such name.
pub fn spellings(connection: &Connection, kind: &str, name: &str) -> Result<Rows> {
    let rows = SPELLINGS.rows(connection, &vec![(":kind", optional(Some(kind))), (":name", optional(Some(name)))])?;
    if rows.rows.is_empty() {
        return Err(Error::NotFound { kind: "name", asked: name.to_owned(), known: Vec::new() });
    }
    Ok(rows)
}

/// A page of where it is met.
pub fn met(connection: &Connection, kind: &str, name: &str, limit: i64, offset: i64) -> Result<Rows> {
    let parameters = vec![
        (":kind", optional(Some(kind))),
        (":name", optional(Some(name))),
        (":limit", number(limit)),
        (":offset", number(offset)),
    ];
    MET.rows(connection, &parameters)
}
