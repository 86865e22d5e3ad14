//! One incident: its counts compared measure by measure, its claims, its articles.

use rusqlite::Connection;

use super::compare::{self, Comparison};
use super::question::{Parameters, number, optional};
use super::{Question, Reading, Record, Rows};
use crate::collation::comparison::Agreement;
use crate::{Error, Result};

/// The incident called `:incident`.
pub const HEAD: Question = Question { name: "incident", sql: include_str!("incident/head.sql"), shown: &[] };

/// Its counts.
pub const ACCOUNTS: Question = Question { name: "incident", sql: include_str!("incident/accounts.sql"), shown: &[] };

/// The same as they stand after review.
pub const ACCOUNTS_REVIEWED: Question = Question {
    name: "incident",
    sql: concat!(
        include_str!("incident/kept.sql"),
        include_str!("wanted_reviewed.sql"),
        include_str!("incident/accounts_reviewed.sql")
    ),
    shown: &[],
};

/// A page of its claims as they stand after review, those that were rejected too.
pub const CLAIMS_REVIEWED: Question = Question {
    name: "incident",
    sql: concat!(
        include_str!("incident/kept.sql"),
        include_str!("wanted_reviewed.sql"),
        include_str!("incident/claims_reviewed.sql")
    ),
    shown: &[],
};

/// A page of its claims.
pub const CLAIMS: Question = Question { name: "incident", sql: include_str!("incident/claims.sql"), shown: &[] };

/// A page of the articles that tell of it.
pub const ARTICLES: Question = Question { name: "incident", sql: include_str!("incident/articles.sql"), shown: &[] };

/// The counts of one incident.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// For each measure its accounts, with what contradicts what. Each comparison has this incident alone.
    pub comparisons: Vec<Comparison>,
}

impl Told {
    /// How many pairs of figures are in conflict.
    pub fn conflicts(&self) -> usize {
        self.count(Agreement::Conflict)
    }

    /// How many pairs of figures are in tension.
    pub fn tensions(&self) -> usize {
        self.count(Agreement::Tension)
    }

    fn count(&self, agreement: Agreement) -> usize {
        let incidents = self.comparisons.iter().flat_map(|comparison| &comparison.incidents);
        let pairs = incidents.flat_map(|incident| &incident.disagreements);
        pairs.filter(|pair| pair.agreement == agreement && !pair.edited).count()
    }
}

/// Place and days of an incident.
///
/// # Errors
/// [`Error::NotFound`] where there is none with exactly this name.
pub fn head(connection: &Connection, name: &str) -> Result<Rows> {
    let rows = HEAD.rows(connection, &of(name))?;
    if rows.rows.is_empty() {
        return Err(Error::NotFound { kind: "incident", asked: name.to_owned(), known: Vec::new() });
    }
    Ok(rows)
}

/// Its counts in one reading, those of the measure with most accounts first.
pub fn told(connection: &Connection, name: &str, reading: Reading) -> Result<Told> {
    let question = reading.choose(connection, &ACCOUNTS, &ACCOUNTS_REVIEWED)?;
    let rows = question.rows(connection, &reading.with(connection, of(name), false)?)?;
    let mut measures: Vec<(String, Rows)> = Vec::new();
    for (record, row) in rows.records().zip(&rows.rows) {
        let measure = record.text("measure").unwrap_or_default();
        match measures.last_mut().filter(|(last, _)| last == measure) {
            Some((_, of_measure)) => of_measure.rows.push(row.clone()),
            None => {
                measures.push((measure.to_owned(), Rows { columns: rows.columns.clone(), rows: vec![row.clone()] }));
            }
        }
    }
    measures.sort_by_key(|(_, of_measure)| std::cmp::Reverse(of_measure.rows.len()));
    let comparisons =
        measures.into_iter().map(|(measure, rows)| Comparison { measure, incidents: compare::by_incident(&rows) });
    Ok(Told { comparisons: comparisons.collect() })
}

/// A page of its claims, of one kind or of all.
pub fn claims(connection: &Connection, name: &str, kind: Option<&str>, limit: i64, offset: i64) -> Result<Rows> {
    let mut parameters = paged(name, limit, offset);
    parameters.push((":kind", optional(kind)));
    let question = Reading::Both.choose(connection, &CLAIMS, &CLAIMS_REVIEWED)?;
    question.rows(connection, &Reading::Both.with(connection, parameters, true)?)
}

/// A page of the articles that tell of it.
pub fn articles(connection: &Connection, name: &str, limit: i64, offset: i64) -> Result<Rows> {
    ARTICLES.rows(connection, &paged(name, limit, offset))
}

/// The name of the incident in a row, and when it was: "Arbon · 4–5 March 1997" is made of it.
pub fn days<'a>(record: &Record<'a>) -> (Option<&'a str>, Option<&'a str>) {
    (record.text("date_from"), record.text("date_to"))
}

fn of(name: &str) -> Parameters {
    vec![(":incident", optional(Some(name)))]
}

fn paged(name: &str, limit: i64, offset: i64) -> Parameters {
    let mut parameters = of(name);
    parameters.extend([(":limit", number(limit)), (":offset", number(offset))]);
    parameters
}
