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
    natural_width: usize,
    is_numeric: bool,
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
        self.columns = self
            .places
            .iter()
            .filter_map(|place| columns.get(*place))
            .map(|name| {
                let heading = name.replace('_', " ");
                Column { natural_width: layout::width(&heading), heading, is_numeric: true }
            })
            .collect();
        Ok(())
    }

    fn row(&mut self, values: Vec<Value>) -> Result<()> {
        let mut cells = Vec::with_capacity(self.columns.len());
        for (column, value) in self.columns.iter_mut().zip(self.places.iter().filter_map(|place| values.get(*place))) {
            let text = layout::readable(value);
            column.natural_width = column.natural_width.max(layout::width(&text));
            column.is_numeric &= matches!(value, Value::Integer(_) | Value::Real(_) | Value::Null | Value::Blob(_));
            cells.push(text);
        }
        self.rows.push(cells);
        Ok(())
    }
}

fn write(out: &mut dyn Write, width: usize, columns: &[Column], rows: &[Vec<String>]) -> io::Result<()> {
    let natural: Vec<usize> = columns.iter().map(|column| column.natural_width).collect();
    let widths = fitted(&natural, width);
    let headings = columns.iter().zip(&widths).map(|(column, width)| {
        let heading = aligned(&layout::cut(&column.heading, *width), *width, column.is_numeric);
        styled(STRONG, heading)
    });
    write_line(out, headings)?;
    for row in rows {
        let cells: Vec<Vec<String>> =
            row.iter().zip(&widths).map(|(text, width)| layout::wrapped(text, *width, MOST_LINES)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(1);
        for line in 0..height {
            let cells = cells.iter().zip(columns.iter().zip(&widths)).map(|(lines, (column, width))| {
                aligned(lines.get(line).map_or("", String::as_str), *width, column.is_numeric)
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
/// common width, so that a number or a date keeps its own.
fn fitted(natural: &[usize], total: usize) -> Vec<usize> {
    let gaps = GAP * natural.len().saturating_sub(1);
    let available = total.saturating_sub(gaps);
    if natural.iter().sum::<usize>() <= available {
        return natural.to_vec();
    }
    let mut ascending = natural.to_vec();
    ascending.sort_unstable();
    let mut left = available;
    let mut most = LEAST_WIDTH;
    for (index, width) in ascending.iter().enumerate() {
        let share = left / (ascending.len() - index);
        most = share.max(LEAST_WIDTH);
        if *width > share {
            break;
        }
        left -= width;
    }
    natural.iter().map(|width| (*width).min(most)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_columns_give_way() {
        for (natural, total, expected) in [
            (vec![4, 10, 3], 40, vec![4, 10, 3]),
            (vec![4, 90, 3], 40, vec![4, 29, 3]),
            (vec![4, 90, 80], 40, vec![4, 16, 16]),
            (vec![90, 90], 3, vec![6, 6]),
            (vec![], 40, vec![]),
        ] {
            assert_eq!(fitted(&natural, total), expected, "{natural:?} in {total}");
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
