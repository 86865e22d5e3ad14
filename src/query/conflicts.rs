//! `query conflicts`: where the accounts part. Incident by incident, so that a limit ends the work early and no answer is
//! sorted as a whole: in a large archive there are millions of such pairs.

mod standing;

use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::types::Value as Parameter;

use super::question::{Parameters, optional};
use super::reading::Told;
use super::{Filter, Question, Reading, Rows, Sink, Value};
use crate::Result;

/// Pairs of counts of `:incident` that contradict each other, or hardly agree.
pub const CONFLICTS: Question = Question {
    name: "conflicts",
    sql: include_str!("conflicts.sql"),
    shown: &[
        "agreement",
        "incident",
        "measure",
        "figure",
        "source",
        "publisher",
        "other_figure",
        "other_source",
        "other_publisher",
    ],
};

/// The incidents that a filter keeps.
pub const INCIDENTS: Question =
    Question { name: "conflicts", sql: include_str!("conflicts/incidents.sql"), shown: &[] };

/// The incidents that people decided about a claim of.
pub const DECIDED_INCIDENTS: Question =
    Question { name: "conflicts", sql: include_str!("conflicts/decided_incidents.sql"), shown: &[] };

/// Hands the conflicts that the filter keeps to `sink`, incident by incident. Those of incidents about which people decided
/// anything are made of the claims as they stand.
///
/// # Errors
/// As [`Filter::parameters`] and [`Question::ask`].
pub fn ask(connection: &Connection, filter: &Filter, reading: Reading, sink: &mut dyn Sink) -> Result<()> {
    let parameters = filter.parameters(connection)?;
    let incidents = INCIDENTS.rows(connection, &parameters)?;
    let mut names: Vec<Option<&str>> = incidents.records().map(|record| record.text("incident")).collect();
    if names.is_empty() {
        // An answer without rows has columns all the same.
        names.push(None);
    }
    let decided =
        if reading == Reading::Machine { Rows::default() } else { DECIDED_INCIDENTS.rows(connection, &Vec::new())? };
    let decided: BTreeSet<&str> = decided.records().filter_map(|record| record.text("incident")).collect();
    let mut told = Told::new(reading, sink);
    let mut answer = OneAnswer { sink: &mut told, has_columns: false, rows: 0 };
    for name in names {
        let left = filter.limit.map_or(-1, |limit| i64::from(limit).saturating_sub(answer.rows));
        if left == 0 && answer.has_columns {
            break;
        }
        match name.filter(|name| decided.contains(name)) {
            Some(name) => standing::ask(connection, name, filter, left, &mut answer)?,
            None => CONFLICTS.ask(connection, &of_incident(&parameters, name, left), &mut answer)?,
        }
    }
    Ok(())
}

fn of_incident(parameters: &Parameters, incident: Option<&str>, limit: i64) -> Parameters {
    let value = |(name, value): &(&'static str, Parameter)| match *name {
        ":incident" => (":incident", optional(incident)),
        ":limit" => (":limit", Parameter::Integer(limit)),
        name => (name, value.clone()),
    };
    parameters.iter().map(value).collect()
}

/// Many answers with the same columns, as one.
struct OneAnswer<'a> {
    sink: &'a mut dyn Sink,
    has_columns: bool,
    rows: i64,
}

impl Sink for OneAnswer<'_> {
    fn columns(&mut self, columns: Vec<String>) -> Result<()> {
        if std::mem::replace(&mut self.has_columns, true) {
            return Ok(());
        }
        self.sink.columns(columns)
    }

    fn row(&mut self, values: Vec<Value>) -> Result<()> {
        self.rows += 1;
        self.sink.row(values)
    }
}
