//! The answer to a query: named columns and rows of plain values, ready to be rendered in any format.

use rusqlite::types::ValueRef;

use crate::Result;

/// One value of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Real(f64),
    /// Text.
    Text(String),
    /// Bytes, shown by their length.
    Blob(usize),
    /// Rows within a row: never from SQLite, only where an answer is put together.
    Rows(Rows),
}

impl From<ValueRef<'_>> for Value {
    fn from(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(number) => Self::Integer(number),
            ValueRef::Real(number) => Self::Real(number),
            ValueRef::Text(bytes) => Self::Text(String::from_utf8_lossy(bytes).into_owned()),
            ValueRef::Blob(bytes) => Self::Blob(bytes.len()),
        }
    }
}

/// What takes an answer: first its columns, once, then its rows.
pub trait Sink {
    /// Takes the columns' names.
    fn columns(&mut self, columns: Vec<String>) -> Result<()>;
    /// Takes one row, with a value for each column.
    fn row(&mut self, values: Vec<Value>) -> Result<()>;
}

/// An answer, kept whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// The columns' names, as in the view.
    pub columns: Vec<String>,
    /// The rows, each with a value for each column.
    pub rows: Vec<Vec<Value>>,
}

impl Sink for Rows {
    fn columns(&mut self, columns: Vec<String>) -> Result<()> {
        self.columns = columns;
        Ok(())
    }

    fn row(&mut self, values: Vec<Value>) -> Result<()> {
        self.rows.push(values);
        Ok(())
    }
}

impl Rows {
    /// The rows, readable by column name.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        self.rows.iter().map(|values| Record { columns: &self.columns, values })
    }

    /// Hands the whole answer to another sink.
    pub fn pour(self, sink: &mut dyn Sink) -> Result<()> {
        sink.columns(self.columns)?;
        self.rows.into_iter().try_for_each(|row| sink.row(row))
    }
}

/// One row, readable by column name.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    columns: &'a [String],
    values: &'a [Value],
}

impl<'a> Record<'a> {
    /// The value in the column called `name`; [`Value::Null`] where there is no such column.
    pub fn value(&self, name: &str) -> &'a Value {
        let place = self.columns.iter().position(|column| column == name);
        place.and_then(|place| self.values.get(place)).unwrap_or(&Value::Null)
    }

    /// The text in a column; `None` where it holds none.
    pub fn text(&self, name: &str) -> Option<&'a str> {
        match self.value(name) {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text in a column, as a string of its own.
    pub fn string(&self, name: &str) -> Option<String> {
        self.text(name).map(str::to_owned)
    }

    /// The whole number in a column; `None` where it holds none.
    pub fn integer(&self, name: &str) -> Option<i64> {
        match self.value(name) {
            Value::Integer(number) => Some(*number),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_read_by_name() {
        let rows = Rows {
            columns: vec!["place".to_owned(), "low".to_owned()],
            rows: vec![vec![Value::Text("Arbon".to_owned()), Value::Integer(3)]],
        };
        let record = rows.records().next().unwrap();
        assert_eq!((record.text("place"), record.integer("low")), (Some("Arbon"), Some(3)));
        assert_eq!((record.text("low"), record.integer("high")), (None, None));
    }
}
