//! A question is static SQL, its name, and the columns of its answer that a table has room for.

use rusqlite::Connection;
use rusqlite::types::Value as Parameter;

use crate::Result;
use crate::error::Doing as _;
use crate::query::{Rows, Sink};

/// Named parameters with their values. A question takes those that its SQL names and leaves the others.
pub type Parameters = Vec<(&'static str, Parameter)>;

/// Static SQL that answers one question.
#[derive(Debug)]
pub struct Question {
    /// Its name, as in `dossier query NAME`.
    pub name: &'static str,
    /// One SELECT with named parameters.
    pub sql: &'static str,
    /// The columns that a table shows, in this order; all where it is empty. Other formats always have all columns.
    pub shown: &'static [&'static str],
}

impl Question {
    /// Asks, and hands the answer to `sink` row by row.
    ///
    /// # Errors
    /// [`crate::Error::Database`] where SQLite cannot answer, or whatever `sink` returns.
    pub fn ask(&self, connection: &Connection, parameters: &Parameters, sink: &mut dyn Sink) -> Result<()> {
        let operation = "query the archive";
        let mut statement = connection.prepare_cached(self.sql).doing(operation)?;
        for (name, value) in parameters {
            if let Some(index) = statement.parameter_index(name).doing(operation)? {
                statement.raw_bind_parameter(index, value).doing(operation)?;
            }
        }
        let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let width = columns.len();
        sink.columns(columns)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().doing(operation)? {
            let values = (0..width).map(|column| row.get_ref(column).map(Into::into));
            sink.row(values.collect::<rusqlite::Result<_>>().doing(operation)?)?;
        }
        Ok(())
    }

    /// Asks, and keeps the whole answer.
    pub fn rows(&self, connection: &Connection, parameters: &Parameters) -> Result<Rows> {
        let mut rows = Rows::default();
        self.ask(connection, parameters, &mut rows)?;
        Ok(rows)
    }
}

/// A parameter that is a whole number.
pub fn number(value: i64) -> Parameter {
    Parameter::Integer(value)
}

/// A parameter that is NULL where nothing is asked for.
pub fn optional(value: Option<&str>) -> Parameter {
    value.map_or(Parameter::Null, |text| Parameter::Text(text.to_owned()))
}
