//! Whose reading an answer gives: the program's, or what is left of it after people looked at it.

use rusqlite::types::Value as Parameter;
use rusqlite::{Connection, OptionalExtension as _};

use super::question::{Parameters, Question, number};
use super::{Sink, Value};
use crate::Result;
use crate::error::Doing as _;

/// Whose reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// The program's, as if nobody had looked.
    Machine,
    /// As it stands after review: corrected and added claims as people left them, rejected ones left out. What nobody looked
    /// at, or what reviewers disagree about, is as the program reads it.
    Reviewed,
    /// The same, and where claims are listed one by one the rejected ones too, marked as such. Figures are compared without them.
    #[default]
    Both,
}

impl Reading {
    /// The words for them.
    pub const NAMES: [&str; 3] = ["machine", "reviewed", "both"];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Machine => "machine",
            Self::Reviewed => "reviewed",
            Self::Both => "both",
        }
    }

    /// What is asked for by this word.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Machine, Self::Reviewed, Self::Both].into_iter().find(|reading| reading.name() == name)
    }

    /// The one of two questions that gives this reading. Where nobody has decided anything both would answer the same.
    ///
    /// # Errors
    /// Those of the database.
    pub fn choose<'a>(
        self,
        connection: &Connection,
        machine: &'a Question,
        reviewed: &'a Question,
    ) -> Result<&'a Question> {
        let is_machine = self == Self::Machine || !has_reviews(connection)?;
        Ok(if is_machine { machine } else { reviewed })
    }

    /// The parameters with what the reviewed question needs besides: whether rejected claims are listed, and which names and
    /// incidents people said are one, or are not.
    ///
    /// # Errors
    /// Those of the database.
    pub fn with(self, connection: &Connection, mut parameters: Parameters, lists_claims: bool) -> Result<Parameters> {
        parameters.push((":rejected", number(i64::from(self == Self::Both && lists_claims))));
        if self == Self::Machine {
            return Ok(parameters);
        }
        // Who asks for an incident that was merged is answered about the one that it is part of.
        for (_, asked) in parameters.iter_mut().filter(|(name, _)| *name == ":incident") {
            let whole = "SELECT stands_for FROM merged_incidents WHERE incident = ?";
            let whole = connection.query_row(whole, [&*asked], |row| row.get(0)).optional();
            *asked = whole.doing("read what people merged")?.unwrap_or_else(|| asked.clone());
        }
        for (name, sql) in DECIDED {
            let mut statement = connection.prepare_cached(sql).doing("read what people merged")?;
            for (asked, value) in &parameters {
                if let Some(index) = statement.parameter_index(asked).doing("read what people merged")? {
                    statement.raw_bind_parameter(index, value).doing("read what people merged")?;
                }
            }
            let mut rows = statement.raw_query();
            let row = rows.next().doing("read what people merged")?;
            let found = row.map(|row| row.get::<_, Parameter>("found")).transpose().doing("read what people merged")?;
            drop(rows);
            parameters.push((name, found.unwrap_or(Parameter::Null)));
        }
        Ok(parameters)
    }
}

/// What people decided, each as one JSON value: these are views of many views, and SQLite copies a view wherever it is named.
const DECIDED: [(&str, &str); 6] = [
    (":decided", include_str!("reading/decided.sql")),
    (":renamed", include_str!("reading/renamed.sql")),
    (":spellings_too", include_str!("reading/spellings_too.sql")),
    (":incidents_too", include_str!("reading/incidents_too.sql")),
    (":merges", include_str!("reading/merges.sql")),
    (":splits", include_str!("reading/splits.sql")),
];

/// Whether anybody has decided anything.
///
/// # Errors
/// Those of the database.
pub fn has_reviews(connection: &Connection) -> Result<bool> {
    connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM reviews) OR EXISTS (SELECT 1 FROM identity_reviews) AS has_reviews",
        )
        .and_then(|mut statement| statement.query_row([], |row| row.get("has_reviews")))
        .doing("look for reviews")
}

/// What a row says of its own reading.
const COLUMNS: [&str; 4] = ["reading", "review", "reviewers", "review_note"];

/// Sees to it that every row says whose reading it is, also where the question does not.
pub struct Told<'a> {
    sink: &'a mut dyn Sink,
    missing: Vec<Value>,
    reading: Reading,
}

impl<'a> Told<'a> {
    /// Hands rows on to `sink`.
    pub fn new(reading: Reading, sink: &'a mut dyn Sink) -> Self {
        Self { sink, missing: Vec::new(), reading }
    }
}

impl Sink for Told<'_> {
    fn columns(&mut self, mut columns: Vec<String>) -> Result<()> {
        let is_claim = columns.iter().any(|column| column == "claim_key");
        for column in COLUMNS.iter().take(if is_claim { COLUMNS.len() } else { 1 }) {
            if columns.iter().any(|known| known == column) {
                continue;
            }
            let word = |word: &str| Value::Text(word.to_owned());
            self.missing.push(match (*column, self.reading, is_claim) {
                ("reading", Reading::Machine, _) | ("reading", _, true) => word(Reading::Machine.name()),
                ("reading", reading, false) => word(reading.name()),
                ("review", Reading::Reviewed | Reading::Both, _) => word("unreviewed"),
                _ => Value::Null,
            });
            columns.push((*column).to_owned());
        }
        self.sink.columns(columns)
    }

    fn row(&mut self, mut values: Vec<Value>) -> Result<()> {
        values.extend(self.missing.iter().cloned());
        self.sink.row(values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Rows;

    #[test]
    fn every_row_says_whose_reading_it_is() {
        let told = |reading, columns: &[&str]| {
            let mut rows = Rows::default();
            let mut sink = Told::new(reading, &mut rows);
            sink.columns(columns.iter().map(|column| (*column).to_owned()).collect()).unwrap();
            sink.row(vec![Value::Integer(1); columns.len()]).unwrap();
            let record = rows.records().next().unwrap();
            (record.string("reading"), record.string("review"))
        };
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(told(Reading::Machine, &["claim_key"]), (text("machine"), None));
        assert_eq!(told(Reading::Both, &["claim_key"]), (text("machine"), text("unreviewed")));
        assert_eq!(told(Reading::Reviewed, &["day"]), (text("reviewed"), None));
        assert_eq!(told(Reading::Both, &["claim_key", "reading", "review"]), (None, None), "they say it themselves");
        for name in Reading::NAMES {
            assert_eq!(Reading::from_name(name).map(Reading::name), Some(name));
        }
    }
}
