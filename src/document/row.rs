//! One row of a table of articles: the cell that holds the text. What the other cells say was given with the row.

use csv::ReaderBuilder;

use crate::capture::Capture;
use crate::capture::Record;

/// The text.
///
/// # Errors
/// A sentence that says why there is none.
pub fn read(row: &str, capture: &Capture) -> Result<String, String> {
    let columns = capture.record.as_deref().map(Record::from_json).and_then(|record| record.columns);
    let columns = columns.ok_or("nothing tells which of its columns is the text")?;
    let delimiter = u8::try_from(columns.delimiter).unwrap_or(b',');
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(row.as_bytes());
    let row = reader.records().next().and_then(Result::ok).ok_or("it is no row of a table")?;
    row.get(columns.text).map(str::to_owned).ok_or_else(|| format!("it has no column {}", columns.text + 1))
}
