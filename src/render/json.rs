//! Rows as JSON: one array of objects, or one object a line. The keys are the columns' names.

use std::io::Write;

use serde_json::{Map, Value as JsonValue};

use crate::query::{Rows, Sink, Value};
use crate::{Error, Result};

/// Writes each row as an object.
pub struct Json<'a> {
    out: &'a mut dyn Write,
    columns: Vec<String>,
    rows: usize,
    is_array: bool,
}

impl<'a> Json<'a> {
    /// One array.
    pub fn array(out: &'a mut dyn Write) -> Self {
        Self { out, columns: Vec::new(), rows: 0, is_array: true }
    }

    /// One object a line.
    pub fn lines(out: &'a mut dyn Write) -> Self {
        Self { out, columns: Vec::new(), rows: 0, is_array: false }
    }

    /// Closes the array.
    pub fn finish(self) -> Result<usize> {
        let end: &[u8] = match (self.is_array, self.rows) {
            (true, 0) => b"[]\n",
            (true, _) => b"\n]\n",
            (false, _) => b"",
        };
        self.out.write_all(end).map_err(Error::Write)?;
        Ok(self.rows)
    }
}

impl Sink for Json<'_> {
    fn columns(&mut self, columns: Vec<String>) -> Result<()> {
        self.columns = unlike(columns);
        Ok(())
    }

    fn row(&mut self, values: Vec<Value>) -> Result<()> {
        let before: &[u8] = match (self.is_array, self.rows) {
            (true, 0) => b"[\n",
            (true, _) => b",\n",
            (false, _) => b"",
        };
        let after: &[u8] = if self.is_array { b"" } else { b"\n" };
        self.rows += 1;
        let line = object(&self.columns, values).to_string();
        [before, line.as_bytes(), after].iter().try_for_each(|part| self.out.write_all(part)).map_err(Error::Write)
    }
}

/// An object has each key once: the second column called `n` becomes `n_2`.
fn unlike(columns: Vec<String>) -> Vec<String> {
    let mut keys: Vec<String> = Vec::with_capacity(columns.len());
    for column in columns {
        let numbered = (2..).map(|number| format!("{column}_{number}"));
        let key = std::iter::once(column.clone()).chain(numbered).find(|key| !keys.contains(key));
        keys.push(key.unwrap_or(column));
    }
    keys
}

fn object(columns: &[String], values: Vec<Value>) -> JsonValue {
    let object: Map<String, JsonValue> = columns.iter().cloned().zip(values.into_iter().map(plain)).collect();
    JsonValue::Object(object)
}

fn plain(value: Value) -> JsonValue {
    match value {
        Value::Null => JsonValue::Null,
        Value::Integer(number) => number.into(),
        Value::Real(number) => number.into(),
        Value::Text(text) => text.into(),
        Value::Blob(length) => format!("{length} bytes").into(),
        Value::Rows(Rows { columns, rows }) => rows.into_iter().map(|row| object(&columns, row)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_column_hides_another() {
        let columns = ["n", "n", "n_2", "n"].map(str::to_owned).to_vec();
        assert_eq!(unlike(columns), ["n", "n_2", "n_2_2", "n_3"]);
    }

    fn written(make: fn(&mut dyn Write) -> Json<'_>, rows: Vec<Vec<Value>>) -> String {
        let mut out = Vec::new();
        let mut json = make(&mut out);
        json.columns(vec!["place".to_owned(), "low".to_owned()]).unwrap();
        for row in rows {
            json.row(row).unwrap();
        }
        json.finish().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn arrays_and_lines() {
        let rows = || {
            vec![vec![Value::Text("Upper \"Mill\"".to_owned()), Value::Integer(3)], vec![Value::Null, Value::Blob(7)]]
        };
        let first = r#"{"place":"Upper \"Mill\"","low":3}"#;
        let second = r#"{"place":null,"low":"7 bytes"}"#;
        assert_eq!(written(|out| Json::array(out), rows()), format!("[\n{first},\n{second}\n]\n"));
        assert_eq!(written(|out| Json::lines(out), rows()), format!("{first}\n{second}\n"));
        assert_eq!(written(|out| Json::array(out), Vec::new()), "[]\n");
        assert_eq!(written(|out| Json::lines(out), Vec::new()), "");
    }
}
