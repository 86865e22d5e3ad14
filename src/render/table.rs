//! Rows as aligned columns for the terminal: numbers to the right, long text wrapped, columns narrowed until the table
//! fits.

use std::io::{self, Write};

use super::layout;
use super::style::{STRONG, styled};
use crate::query::{Sink, Value};
use crate::{Error, Result};

/// Between two columns.
const GAP: usize = 2;
/// A column is never narrower, unless its content is.
const LEAST_WIDTH: usize = 6;
/// A word that is longer may be broken.
const WIDEST_WORD: usize = 21;
/// A cell takes at most so many lines.
const MOST_LINES: usize = 3;

/// Keeps the rows until all widths are known.
pub struct Table<'a> {
    out: &'a mut dyn Write,
    shown: &'a [&'a str],
    width: usize,
    places: Vec<usize>,
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

struct Column {
    heading: String,
    /// The width of its longest text.
    natural_width: usize,
    /// The width of its longest word: narrower, and a date or a hash would be broken.
    word_width: usize,
    has_numbers: bool,
    has_texts: bool,
}

impl Column {
    fn new(name: &str) -> Self {
        let heading = name.replace('_', " ");
        let natural_width = layout::width(&heading);
        let word_width = heading.split(' ').map(layout::width).max().unwrap_or(0).max(LEAST_WIDTH);
        Self { heading, natural_width, word_width, has_numbers: false, has_texts: false }
    }

    fn take(&mut self, value: &Value, text: &str) {
        self.natural_width = self.natural_width.max(layout::width(text));
        let word = text.split(' ').map(layout::width).max().unwrap_or(0).min(WIDEST_WORD);
        self.word_width = self.word_width.max(word);
        self.has_numbers |= matches!(value, Value::Integer(_) | Value::Real(_));
        self.has_texts |= matches!(value, Value::Text(_));
    }

    fn is_numeric(&self) -> bool {
        self.has_numbers && !self.has_texts
    }
}

impl<'a> Table<'a> {
    /// A table of the columns in `shown`, or all where it is empty, `width` columns of a terminal wide.
    pub fn new(shown: &'a [&'a str], width: usize, out: &'a mut dyn Write) -> Self {
        Self { out, shown, width, places: Vec::new(), columns: Vec::new(), rows: Vec::new() }
    }

    /// Writes the table; nothing where it has no rows.
    pub fn finish(self) -> Result<usize> {
        let Self { out, width, columns, rows, .. } = self;
        if !rows.is_empty() {
            write(out, width, &columns, &rows).map_err(Error::Write)?;
        }
        Ok(rows.len())
    }
}

impl Sink for Table<'_> {
    fn columns(&mut self, columns: Vec<String>) -> Result<()> {
        self.places = layout::shown_places(&columns, self.shown);
        self.columns =
            self.places.iter().filter_map(|place| columns.get(*place)).map(|name| Column::new(name)).collect();
        Ok(())
    }

    fn row(&mut self, values: Vec<Value>) -> Result<()> {
        let mut cells = Vec::with_capacity(self.columns.len());
        for (column, value) in self.columns.iter_mut().zip(self.places.iter().filter_map(|place| values.get(*place))) {
            let text = layout::readable(value);
            column.take(value, &text);
            cells.push(text);
        }
        self.rows.push(cells);
        Ok(())
    }
}

fn write(out: &mut dyn Write, width: usize, columns: &[Column], rows: &[Vec<String>]) -> io::Result<()> {
    let natural: Vec<usize> = columns.iter().map(|column| column.natural_width).collect();
    let least: Vec<usize> = columns.iter().map(|column| column.word_width.min(column.natural_width)).collect();
    let widths = fitted(&natural, &least, width);
    let headings = columns
        .iter()
        .zip(&widths)
        .map(|(column, width)| aligned(&layout::cut(&column.heading, *width), *width, column.is_numeric()));
    let headings = headings.collect::<Vec<_>>().join(&" ".repeat(GAP));
    writeln!(out, "{}", styled(STRONG, headings.trim_end()))?;
    for row in rows {
        let cells: Vec<Vec<String>> =
            row.iter().zip(&widths).map(|(text, width)| layout::wrapped(text, *width, MOST_LINES)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(1);
        for line in 0..height {
            let cells = cells.iter().zip(columns.iter().zip(&widths)).map(|(lines, (column, width))| {
                aligned(lines.get(line).map_or("", String::as_str), *width, column.is_numeric())
            });
            write_line(out, cells)?;
        }
    }
    Ok(())
}

fn aligned(text: &str, width: usize, is_numeric: bool) -> String {
    if is_numeric { layout::right(text, width) } else { layout::left(text, width) }
}

fn write_line(out: &mut dyn Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
    let line = cells.collect::<Vec<_>>().join(&" ".repeat(GAP));
    writeln!(out, "{}", line.trim_end())
}

/// The widths that columns get where they may take `total` with the gaps between them: the widest are cut first, to one
/// common width, but none below its `least`, unless there is no other way.
fn fitted(natural: &[usize], least: &[usize], total: usize) -> Vec<usize> {
    let gaps = GAP * natural.len().saturating_sub(1);
    let available = total.saturating_sub(gaps);
    if natural.iter().sum::<usize>() <= available {
        return natural.to_vec();
    }
    // Where not even the longest words fit, the longest of them are broken first.
    let capped = |most: usize| -> Vec<usize> { least.iter().map(|least| (*least).min(most)).collect() };
    let most = (LEAST_WIDTH..=WIDEST_WORD).rev().find(|most| capped(*most).iter().sum::<usize>() <= available);
    let least = &capped(most.unwrap_or(LEAST_WIDTH));
    let at = |most: usize| -> Vec<usize> {
        natural.iter().zip(least).map(|(natural, least)| (*natural).min(most.max(*least))).collect()
    };
    let most = (LEAST_WIDTH..=available).rev().find(|most| at(*most).iter().sum::<usize>() <= available);
    let mut widths = at(most.unwrap_or(LEAST_WIDTH));
    // What the common width leaves over goes to the last column that can use it.
    let left = available.saturating_sub(widths.iter().sum());
    if let Some((width, natural)) = widths.iter_mut().zip(natural).rev().find(|(width, natural)| **width < **natural) {
        *width = (*width + left).min(*natural);
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_columns_give_way() {
        for (natural, least, total, expected) in [
            (vec![4, 10, 3], vec![4, 6, 3], 40, vec![4, 10, 3]),
            (vec![4, 90, 3], vec![4, 6, 3], 40, vec![4, 29, 3]),
            (vec![4, 90, 80], vec![4, 6, 6], 40, vec![4, 16, 16]),
            (vec![20, 90, 80], vec![20, 6, 6], 50, vec![20, 13, 13]),
            (vec![90, 90], vec![21, 21], 3, vec![6, 6]),
            (vec![12, 21, 40], vec![12, 21, 10], 40, vec![12, 14, 10]),
            (vec![], vec![], 40, vec![]),
        ] {
            assert_eq!(fitted(&natural, &least, total), expected, "{natural:?} in {total}");
        }
    }

    #[test]
    fn long_text_is_wrapped_beside_numbers() {
        let mut out = Vec::new();
        let mut table = Table::new(&["low", "quote"], 24, &mut out);
        table.columns(["quote", "low"].map(str::to_owned).to_vec()).unwrap();
        table.row(vec![Value::Text("nine barges sank at the lower lock".to_owned()), Value::Integer(9)]).unwrap();
        table.row(vec![Value::Text("a ferry".to_owned()), Value::Null]).unwrap();
        assert_eq!(table.finish().unwrap(), 2);
        let text = anstream::adapter::strip_str(std::str::from_utf8(&out).unwrap()).to_string();
        assert_eq!(text, "low  quote\n  9  nine barges sank at\n     the lower lock\n  –  a ferry\n");
    }
}
