//! What an archive holds, on one page: its incidents, its publishers, whether it is sound.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::conflicts::DECIDED_INCIDENTS;
use super::question::{number, optional};
use super::reading::has_reviews;
use super::{Question, Reading, Rows, incident};
use crate::Result;

/// One page of incidents.
pub const INCIDENTS: Question = Question { name: "overview", sql: include_str!("overview/incidents.sql"), shown: &[] };

/// One page of publishers.
pub const PUBLISHERS: Question =
    Question { name: "overview", sql: include_str!("overview/publishers.sql"), shown: &[] };

/// One row: what is known about whether the archive is sound.
pub const STATE: Question = Question { name: "overview", sql: include_str!("overview/state.sql"), shown: &[] };

/// One row: what is told to who asks nothing.
pub const GREETING: Question = Question { name: "stats", sql: include_str!("overview/greeting.sql"), shown: &[] };

/// The names of all incidents.
pub const NAMES: Question = Question { name: "overview", sql: include_str!("overview/names.sql"), shown: &[] };

/// What the archive holds, and whether it was checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Greeting {
    /// Articles.
    pub articles: i64,
    /// Their publishers.
    pub publishers: i64,
    /// The first and last day of publication, in words; `None` where none is known.
    pub published: Option<String>,
    /// Claims.
    pub claims: i64,
    /// Incidents.
    pub incidents: i64,
    /// When the last check ended, UTC; `None` where none was ever run.
    pub checked_at: Option<String>,
    /// What it found.
    pub findings: i64,
    /// How many log entries came after it.
    pub entries_since: i64,
    /// How often the log was signed.
    pub checkpoints: i64,
}

/// What is told to who asks nothing.
pub fn greeting(connection: &Connection) -> Result<Greeting> {
    let rows = GREETING.rows(connection, &Vec::new())?;
    let Some(row) = rows.records().next() else { return Ok(Greeting::default()) };
    let number = |name| row.integer(name).unwrap_or_default();
    Ok(Greeting {
        articles: number("articles"),
        publishers: number("publishers"),
        published: row.string("published"),
        claims: number("claims"),
        incidents: number("incidents"),
        checked_at: row.string("checked_at"),
        findings: number("findings"),
        entries_since: number("entries_since"),
        checkpoints: number("checkpoints"),
    })
}

/// In which order incidents are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The latest first.
    #[default]
    Day,
    /// Those with most claims first.
    Claims,
}

/// Incidents, each with how many figures contradict each other in it.
#[derive(Clone, Debug, Default)]
pub struct Incidents {
    /// What is told of each: `incident`, `place`, `date_from`, `date_to`, `publishers`, `articles`, `claims`.
    pub rows: Rows,
    /// For each row how many pairs of figures are in conflict, as [`incident::Told::conflicts`] counts them.
    pub conflicts: Vec<usize>,
}

/// A page of the incidents whose place has `place` in its name.
pub fn incidents(
    connection: &Connection,
    place: Option<&str>,
    order: Order,
    limit: i64,
    offset: i64,
) -> Result<Incidents> {
    let order = match order {
        Order::Day => "day",
        Order::Claims => "claims",
    };
    let parameters = vec![
        (":place", optional(place)),
        (":order", optional(Some(order))),
        (":limit", number(limit)),
        (":offset", number(offset)),
    ];
    let rows = INCIDENTS.rows(connection, &parameters)?;
    // What people decided about is put together anew. Otherwise one count alone contradicts nothing.
    let decided =
        if has_reviews(connection)? { DECIDED_INCIDENTS.rows(connection, &Vec::new())? } else { Rows::default() };
    let decided: BTreeSet<&str> = decided.records().filter_map(|record| record.text("incident")).collect();
    let conflicts = rows.records().map(|record| {
        let reading = match record.text("incident") {
            Some(name) if decided.contains(name) => Some((name, Reading::Both)),
            Some(name) if record.integer("counts") > Some(1) => Some((name, Reading::Machine)),
            _ => None,
        };
        let told = reading.map(|(name, reading)| incident::told(connection, name, reading)).transpose()?;
        Ok(told.map_or(0, |told| told.conflicts()))
    });
    let conflicts = conflicts.collect::<Result<_>>()?;
    Ok(Incidents { rows, conflicts })
}

/// The names of all incidents, the latest first.
pub fn names(connection: &Connection) -> Result<Vec<String>> {
    let rows = NAMES.rows(connection, &Vec::new())?;
    Ok(rows.records().filter_map(|record| record.string("incident")).collect())
}

/// One row, as [`STATE`] has it.
pub fn state(connection: &Connection) -> Result<Rows> {
    STATE.rows(connection, &Vec::new())
}

/// A page of the publishers.
pub fn publishers(connection: &Connection, limit: i64, offset: i64) -> Result<Rows> {
    PUBLISHERS.rows(connection, &vec![(":limit", number(limit)), (":offset", number(offset))])
}
