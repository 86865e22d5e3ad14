//! Rows to table, JSON, JSON Lines, CSV or Markdown, and the pages made for reading: comparisons, conflicts, articles.
//! Knows no SQL, and writes to whatever it is given. Colour is written as ANSI codes; who opens the output strips them
//! where it is no terminal.

pub mod article;
pub mod bar;
pub mod comparison;
pub mod conflicts;
pub mod csv;
pub mod days;
pub mod diff;
pub mod explanation;
pub mod format;
pub mod json;
pub mod layout;
pub mod markdown;
pub mod marked_text;
pub mod quotes;
pub mod reading;
pub mod style;
pub mod table;

use std::io::Write;

pub use format::Format;

use crate::Result;
use crate::query::{Sink, Value};

/// Where an answer goes: a format over an output.
pub enum Writer<'a> {
    /// Aligned columns, written at the end, when all widths are known.
    Table(table::Table<'a>),
    /// A pipe table.
    Markdown(markdown::Markdown<'a>),
    /// One array, or one object a line.
    Json(json::Json<'a>),
    /// Comma-separated values.
    Csv(Box<csv::Csv<'a>>),
}

impl<'a> Writer<'a> {
    /// A writer in this format. `shown` are the columns that people read (table and Markdown), all where it is empty;
    /// `width` is how many columns the terminal has.
    pub fn new(format: Format, shown: &'a [&'a str], width: usize, out: &'a mut dyn Write) -> Self {
        match format {
            Format::Table => Self::Table(table::Table::new(shown, width, out)),
            Format::Markdown => Self::Markdown(markdown::Markdown::new(shown, out)),
            Format::Json => Self::Json(json::Json::array(out)),
            Format::JsonLines => Self::Json(json::Json::lines(out)),
            Format::Csv => Self::Csv(Box::new(csv::Csv::new(out))),
        }
    }

    /// Writes what is left, and says how many rows there were.
    pub fn finish(self) -> Result<usize> {
        match self {
            Self::Table(table) => table.finish(),
            Self::Markdown(markdown) => Ok(markdown.finish()),
            Self::Json(json) => json.finish(),
            Self::Csv(csv) => csv.finish(),
        }
    }
}

impl Sink for Writer<'_> {
    fn columns(&mut self, columns: Vec<String>) -> Result<()> {
        match self {
            Self::Table(table) => table.columns(columns),
            Self::Markdown(markdown) => markdown.columns(columns),
            Self::Json(json) => json.columns(columns),
            Self::Csv(csv) => csv.columns(columns),
        }
    }

    fn row(&mut self, values: Vec<Value>) -> Result<()> {
        match self {
            Self::Table(table) => table.row(values),
            Self::Markdown(markdown) => markdown.row(values),
            Self::Json(json) => json.row(values),
            Self::Csv(csv) => csv.row(values),
        }
    }
}
