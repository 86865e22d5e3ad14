//! Claims as JSON Lines: one object a line, with the article and its hashes inside.

use std::io::Write;

use serde_json::{Map, Value as JsonValue};

use crate::query::{Sink, Value};
use crate::{Error, Result};

/// What is true or false; the archive has 1 and 0.
const BOOLEANS: [&str; 2] = ["direct", "resolved"];
/// What the question gives as JSON.
const JSON: &str = "review.reads";

/// Writes each row as an object; a column with a stop in its name goes into the object that is named before the stop.
pub struct JsonLines<W> {
    out: W,
    columns: Vec<String>,
    /// How many rows were written.
    pub rows: u64,
}

impl<W: Write> JsonLines<W> {
    /// A writer over `out`.
    pub fn new(out: W) -> Self {
        Self { out, columns: Vec::new(), rows: 0 }
    }
}

impl<W: Write> Sink for JsonLines<W> {
    fn columns(&mut self, columns: Vec<String>) -> Result<()> {
        self.columns = columns;
        Ok(())
    }

    fn row(&mut self, values: Vec<Value>) -> Result<()> {
        self.rows += 1;
        let mut object = Map::new();
        for (column, value) in self.columns.iter().zip(values) {
            let value = match value {
                Value::Integer(number) if BOOLEANS.contains(&column.as_str()) => JsonValue::Bool(number != 0),
                Value::Integer(number) => number.into(),
                Value::Real(number) => number.into(),
                Value::Text(text) if column == JSON => serde_json::from_str(&text).unwrap_or(JsonValue::Null),
                Value::Text(text) => text.into(),
                Value::Null | Value::Blob(_) | Value::Rows(_) => JsonValue::Null,
            };
            match column.split_once('.') {
                None => {
                    object.insert(column.clone(), value);
                }
                Some((within, name)) => {
                    let inner = object.entry(within).or_insert_with(|| JsonValue::Object(Map::new()));
                    if let JsonValue::Object(inner) = inner {
                        inner.insert(name.to_owned(), value);
                    }
                }
            }
        }
        writeln!(self.out, "{}", JsonValue::Object(object)).map_err(Error::Write)
    }
}
