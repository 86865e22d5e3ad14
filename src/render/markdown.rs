//! Rows as a pipe table for a document that is written in Markdown.

use std::io::Write;

use super::layout;
use crate::query::{Sink, Value};
use crate::{Error, Result};

/// Writes each row as a line of a pipe table.
pub struct Markdown<'a> {
    out: &'a mut dyn Write,
    shown: &'a [&'a str],
    places: Vec<usize>,
    rows: usize,
}

impl<'a> Markdown<'a> {
    /// A writer over `out` for the columns in `shown`, or all where it is empty.
    pub fn new(shown: &'a [&'a str], out: &'a mut dyn Write) -> Self {
        Self { out, shown, places: Vec::new(), rows: 0 }
    }

    /// How many rows were written.
    pub fn finish(self) -> usize {
        self.rows
    }

    fn line(&mut self, cells: &[String]) -> Result<()> {
        writeln!(self.out, "| {} |", cells.join(" | ")).map_err(Error::Write)
    }
}

impl Sink for Markdown<'_> {
    fn columns(&mut self, columns: Vec<String>) -> Result<()> {
        self.places = layout::shown_places(&columns, self.shown);
        let headings: Vec<String> = self.places.iter().filter_map(|place| columns.get(*place).cloned()).collect();
        self.line(&headings)?;
        let rules = vec!["---".to_owned(); headings.len()];
        self.line(&rules)
    }

    fn row(&mut self, values: Vec<Value>) -> Result<()> {
        self.rows += 1;
        let cells: Vec<String> = self
            .places
            .iter()
            .filter_map(|place| values.get(*place))
            .map(|value| escaped(&layout::readable(value)))
            .collect();
        self.line(&cells)
    }
}

/// Text that stays inside its cell and means nothing to Markdown.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '|' | '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '#' => escaped.extend(['\\', character]),
            character if character.is_control() => escaped.push(' '),
            character => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pipe_table_of_the_shown_columns() {
        let mut out = Vec::new();
        let mut markdown = Markdown::new(&["quote", "low"], &mut out);
        markdown.columns(["low", "rule", "quote"].map(str::to_owned).to_vec()).unwrap();
        markdown.row(vec![Value::Null, Value::Integer(1), Value::Text("a|b\n*c*".to_owned())]).unwrap();
        assert_eq!(markdown.finish(), 1);
        assert_eq!(String::from_utf8(out).unwrap(), "| quote | low |\n| --- | --- |\n| a\\|b \\*c\\* | – |\n");
    }
}
