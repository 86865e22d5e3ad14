//! Rows as comma-separated values with a heading line (RFC 4180). NULL is an empty field; values stand as they are.

use std::io::{self, Write};

use crate::query::{Sink, Value};
use crate::{Error, Result};

/// Writes each row as a line.
pub struct Csv<'a> {
    lines: ::csv::Writer<&'a mut dyn Write>,
    rows: usize,
}

impl<'a> Csv<'a> {
    /// A writer over `out`.
    pub fn new(out: &'a mut dyn Write) -> Self {
        Self { lines: ::csv::Writer::from_writer(out), rows: 0 }
    }

    /// Writes what is buffered.
    pub fn finish(mut self) -> Result<usize> {
        self.lines.flush().map_err(Error::Write)?;
        Ok(self.rows)
    }
}

impl Sink for Csv<'_> {
    fn columns(&mut self, columns: Vec<String>) -> Result<()> {
        self.lines.write_record(columns).map_err(as_write_error)
    }

    fn row(&mut self, values: Vec<Value>) -> Result<()> {
        self.rows += 1;
        self.lines.write_record(values.iter().map(super::layout::plain)).map_err(as_write_error)
    }
}

fn as_write_error(error: ::csv::Error) -> Error {
    Error::Write(match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_quotes_and_line_ends_survive() {
        let mut out = Vec::new();
        let mut csv = Csv::new(&mut out);
        csv.columns(vec!["quote".to_owned(), "low".to_owned()]).unwrap();
        csv.row(vec![Value::Text("one, \"two\"\nthree".to_owned()), Value::Null]).unwrap();
        assert_eq!(csv.finish().unwrap(), 1);
        assert_eq!(String::from_utf8(out).unwrap(), "quote,low\n\"one, \"\"two\"\"\nthree\",\n");
    }
}
