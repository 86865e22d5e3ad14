//! A table as comma-separated values with a heading line (RFC 4180). An empty field is no value; what is true or false is
//! written as these words.

use std::io::{self, Write};

use super::table::{Kind, Table};
use crate::query::{Sink, Value};
use crate::{Error, Result};

/// Writes each row as a line.
pub struct Csv<'a, W: Write> {
    table: &'a Table,
    lines: csv::Writer<W>,
    /// How many rows were written.
    pub rows: u64,
}

impl<'a, W: Write> Csv<'a, W> {
    /// A writer of one table.
    pub fn new(table: &'a Table, out: W) -> Self {
        Self { table, lines: csv::Writer::from_writer(out), rows: 0 }
    }

    /// Writes what is buffered, and says how many rows there were.
    pub fn finish(mut self) -> Result<u64> {
        self.lines.flush().map_err(Error::Write)?;
        Ok(self.rows)
    }
}

impl<W: Write> Sink for Csv<'_, W> {
    fn columns(&mut self, columns: Vec<String>) -> Result<()> {
        self.lines.write_record(columns).map_err(as_write_error)
    }

    fn row(&mut self, values: Vec<Value>) -> Result<()> {
        self.rows += 1;
        let fields = self.table.columns.iter().zip(&values).map(|(column, value)| match (column.kind, value) {
            (Kind::Boolean, Value::Integer(0)) => "false".to_owned(),
            (Kind::Boolean, Value::Integer(_)) => "true".to_owned(),
            (_, value) => crate::render::layout::plain(value),
        });
        self.lines.write_record(fields).map_err(as_write_error)
    }
}

fn as_write_error(error: csv::Error) -> Error {
    Error::Write(match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    })
}
