//! `query names`: people, bodies and places, with the spellings that were met in the texts.

use rusqlite::Connection;

use super::question::{Parameters, number, optional};
use super::reading::has_reviews;
use super::{Question, Reading, Rows};
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
/// [`PAGE`] as people grouped the spellings.
pub const REVIEWED_PAGE: Question = Question {
    name: "names",
    sql: concat!(include_str!("names/reviewed.sql"), include_str!("names/page.sql")),
    shown: &[],
};
/// [`SPELLINGS`] as people grouped them.
pub const REVIEWED_SPELLINGS: Question = Question {
    name: "names",
    sql: concat!(include_str!("names/reviewed.sql"), include_str!("names/spellings.sql")),
    shown: &[],
};
/// [`MET`] as people grouped the spellings.
pub const REVIEWED_MET: Question = Question {
    name: "names",
    sql: concat!(include_str!("names/reviewed.sql"), include_str!("names/met.sql")),
    shown: &[],
};
/// The name that stands for one spelling.
pub const WHOLE: Question = Question { name: "names", sql: include_str!("names/whole.sql"), shown: &[] };

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
    grouped(connection, &PAGE, &REVIEWED_PAGE, parameters)
}

/// The spellings of one name.
///
/// # Errors
/// [`Error::NotFound`] where there is no such name.
pub fn spellings(connection: &Connection, kind: &str, name: &str) -> Result<Rows> {
    let rows = grouped(connection, &SPELLINGS, &REVIEWED_SPELLINGS, of(kind, name))?;
    if rows.rows.is_empty() {
        return Err(Error::NotFound { kind: "name", asked: name.to_owned(), known: Vec::new() });
    }
    Ok(rows)
}

/// A page of where it is met.
pub fn met(connection: &Connection, kind: &str, name: &str, limit: i64, offset: i64) -> Result<Rows> {
    let mut parameters = of(kind, name);
    parameters.extend([(":limit", number(limit)), (":offset", number(offset))]);
    grouped(connection, &MET, &REVIEWED_MET, parameters)
}

/// The name that a spelling stands under since people looked at it; `None` where it is met nowhere.
pub fn whole(connection: &Connection, kind: &str, spelling: &str) -> Result<Option<String>> {
    if !has_reviews(connection)? {
        return Ok(None);
    }
    let rows = WHOLE.rows(connection, &of(kind, spelling))?;
    Ok(rows.records().next().and_then(|record| record.string("name")))
}

fn of(kind: &str, name: &str) -> Parameters {
    vec![(":kind", optional(Some(kind))), (":name", optional(Some(name)))]
}

/// As people grouped the spellings, where anybody has.
fn grouped(connection: &Connection, machine: &Question, reviewed: &Question, parameters: Parameters) -> Result<Rows> {
    let question = Reading::Both.choose(connection, machine, reviewed)?;
    question.rows(connection, &Reading::Both.with(connection, parameters, false)?)
}
