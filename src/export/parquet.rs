//! A table as Parquet: days and times as such, everything else as in CSV. Rows are held back until there are enough for a row
//! group, so that memory is bounded by that and not by the archive.

mod buffer;

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use super::table::{Kind, Table};
use crate::query::export::LogHead;
use crate::query::{Sink, Value};
use crate::{Error, Result, TOOL};
use buffer::Buffer;

/// A row group has no more rows …
const MOST_ROWS: usize = 65_536;
/// … and is written once its texts have so many bytes.
const MOST_BYTES: usize = 16 << 20;

/// Writes each row into a row group.
pub struct Parquet<W: Write + Send> {
    file: SerializedFileWriter<W>,
    buffers: Vec<Buffer>,
    /// How many rows and bytes of text wait.
    waiting: (usize, usize),
    rows: u64,
}

impl<W: Write + Send> Parquet<W> {
    /// Begins a file. The state of the archive goes into its metadata.
    pub fn begin(table: &Table, head: &LogHead, out: W) -> Result<Self> {
        let schema = parse_message_type(&message(table)).map_err(failed)?;
        let about = [
            ("dossier:tool", TOOL.to_owned()),
            ("dossier:table", table.description.to_owned()),
            ("dossier:log_size", head.size.to_string()),
            ("dossier:log_root", head.root.to_hex()),
        ];
        let about = about.into_iter().map(|(key, value)| KeyValue::new(key.to_owned(), value)).collect();
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_key_value_metadata(Some(about))
            .build();
        Ok(Self {
            file: SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties)).map_err(failed)?,
            buffers: table.columns.iter().map(|column| Buffer::new(column.kind, column.required)).collect(),
            waiting: (0, 0),
            rows: 0,
        })
    }

    /// Writes what waits and ends the file; returns how many rows there were.
    pub fn finish(mut self) -> Result<u64> {
        self.write_group()?;
        self.file.close().map_err(failed)?;
        Ok(self.rows)
    }

    fn write_group(&mut self) -> Result<()> {
        if self.waiting.0 == 0 {
            return Ok(());
        }
        self.waiting = (0, 0);
        let mut group = self.file.next_row_group().map_err(failed)?;
        for buffer in &mut self.buffers {
            if let Some(mut column) = group.next_column().map_err(failed)? {
                buffer.write(&mut column).map_err(failed)?;
                column.close().map_err(failed)?;
            }
        }
        group.close().map(drop).map_err(failed)
    }
}

impl<W: Write + Send> Sink for Parquet<W> {
    fn columns(&mut self, _: Vec<String>) -> Result<()> {
        Ok(())
    }

    fn row(&mut self, values: Vec<Value>) -> Result<()> {
        self.rows += 1;
        self.waiting.0 += 1;
        for (buffer, value) in self.buffers.iter_mut().zip(values) {
            self.waiting.1 += if let Value::Text(text) = &value { text.len() } else { 0 };
            buffer.push(&value).map_err(|reason| Error::Write(io::Error::new(io::ErrorKind::InvalidData, reason)))?;
        }
        if self.waiting.0 >= MOST_ROWS || self.waiting.1 >= MOST_BYTES { self.write_group() } else { Ok(()) }
    }
}

/// The table in the language in which Parquet's own documents write schemas.
fn message(table: &Table) -> String {
    let columns: Vec<String> = table
        .columns
        .iter()
        .map(|column| {
            let repetition = if column.required { "REQUIRED" } else { "OPTIONAL" };
            let (physical, logical) = match column.kind {
                Kind::Text | Kind::Hash | Kind::PartialDay => ("BYTE_ARRAY", " (STRING)"),
                Kind::Integer => ("INT64", ""),
                Kind::Boolean => ("BOOLEAN", ""),
                Kind::Day => ("INT32", " (DATE)"),
                Kind::Time => ("INT64", " (TIMESTAMP(MILLIS,true))"),
            };
            format!("{repetition} {physical} {}{logical};", column.name)
        })
        .collect();
    format!("message {} {{ {} }}", table.name, columns.join(" "))
}

fn failed(error: ParquetError) -> Error {
    Error::Write(match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error),
        },
        error => io::Error::other(error),
    })
}

#[cfg(test)]
mod tests {
    use parquet::file::reader::{FileReader as _, SerializedFileReader};

    use super::*;
    use crate::export::table::Column;
    use crate::export::tables::TABLES;
    use crate::hash::Hash;

    #[test]
    fn every_table_is_read_back() {
        let head = LogHead { size: 3, root: Hash::of(b"") };
        for table in TABLES {
            let file = tempfile::tempfile().unwrap();
            let mut parquet = Parquet::begin(table, &head, file.try_clone().unwrap()).unwrap();
            let full = table.columns.iter().map(|column| match column.kind {
                Kind::Integer | Kind::Boolean => Value::Integer(1),
                Kind::Day => Value::Text("2020-02-29".to_owned()),
                Kind::Time => Value::Text("2020-01-02T03:04:05Z".to_owned()),
                Kind::Text | Kind::PartialDay | Kind::Hash => Value::Text("à b".to_owned()),
            });
            let fitting = |(value, column): (Value, &Column)| if column.required { value } else { Value::Null };
            let sparse = full.clone().zip(table.columns).map(fitting);
            parquet.row(full.collect()).unwrap();
            parquet.row(sparse.collect()).unwrap();
            assert_eq!(parquet.finish().unwrap(), 2);
            let reader = SerializedFileReader::new(file).unwrap();
            let rows: Vec<_> = reader.get_row_iter(None).unwrap().map(Result::unwrap).collect();
            assert_eq!(rows.iter().map(|row| row.get_column_iter().count()).sum::<usize>(), 2 * table.columns.len());
        }
    }
}
