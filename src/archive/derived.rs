//! The derived tables that belong to one capture each, as rows of plain cells. Ingest writes these rows, verify makes
//! them again and compares them cell by cell, and their digest goes into the log: one description of each table serves
//! all three.

use std::borrow::Cow;

use rusqlite::types::{ToSql, ToSqlOutput, Value, ValueRef};
use rusqlite::{CachedStatement, Connection, Row, params};
use sha2::{Digest as _, Sha256};

use crate::Result;
use crate::error::Doing as _;
use crate::hash::Hash;

/// One value of a derived row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(Cow<'a, str>),
    /// What no derived column holds; only found in a damaged archive.
    Other(String),
}

/// One row without its `capture_id`, in the order of [`Table::columns`].
pub type Cells<'a> = Vec<Cell<'a>>;

/// A derived table of which each capture has rows of its own.
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What one row is called in a finding.
    pub noun: &'static str,
    /// The columns that are made from the capture; `capture_id` and numbers given by the archive are not among them.
    pub columns: &'static [&'static str],
    /// Index of the column that tells a capture's rows apart; `None` where a capture has one row.
    pub key: Option<usize>,
    insert: &'static str,
    select: &'static str,
    delete: &'static str,
}

macro_rules! placeholder {
    ($column:literal) => {
        ", ?"
    };
}

macro_rules! table {
    ($name:literal, $noun:literal, key $key:expr, order $order:literal, columns $first:literal $(, $column:literal)* $(,)?) => {
        Table {
            name: $name,
            noun: $noun,
            columns: &[$first $(, $column)*],
            key: $key,
            insert: concat!("INSERT INTO ", $name, " (capture_id, ", $first $(, ", ", $column)*, ") VALUES (?, ?" $(, placeholder!($column))*, ")"),
            select: concat!("SELECT ", $first $(, ", ", $column)*, " FROM ", $name, " WHERE capture_id = ? ORDER BY ", $order),
            delete: concat!("DELETE FROM ", $name, " WHERE capture_id = ?"),
        }
    };
}

/// A document.
pub static DOCUMENTS: Table = table!(
    "documents", "document", key None, order "capture_id",
    columns "title", "byline", "publisher", "published_on", "url", "language", "text", "text_sha256", "not_analysed",
);

/// Its sentences.
pub static SENTENCES: Table = table!(
    "sentences", "sentence", key Some(0), order "ordinal",
    columns "ordinal", "start_offset", "end_offset",
);

/// Its claims.
pub static CLAIMS: Table = table!(
    "claims", "claim", key Some(0), order "claim_id",
    columns "claim_key", "kind", "measure", "event", "low", "high", "qualifier", "unit", "counted_group", "group_class",
    "actor", "target", "relation", "date_from", "date_to", "place", "place_name", "source", "source_type", "via", "cue",
    "direct", "resolved", "polarity", "modality", "quote", "start_offset", "end_offset", "sentence", "rule",
    "date_basis", "place_basis", "source_basis", "plausible_low", "plausible_high",
);

/// The names that it mentions.
pub static MENTIONS: Table = table!(
    "mentions", "mention", key Some(1), order "name_kind, spelling",
    columns "name_kind", "spelling", "first_offset", "occurrences",
);

/// All of them, parents first.
pub static TABLES: [&Table; 4] = [&DOCUMENTS, &SENTENCES, &CLAIMS, &MENTIONS];

/// One capture's rows of each of [`TABLES`].
pub struct Rows<'a>(pub [Vec<Cells<'a>>; 4]);

impl Rows<'static> {
    /// Reads a capture's rows from the archive.
    pub fn stored(connection: &Connection, capture_id: i64) -> Result<Self> {
        let [documents, sentences, claims, mentions] = TABLES;
        Ok(Self([
            documents.rows(connection, capture_id)?,
            sentences.rows(connection, capture_id)?,
            claims.rows(connection, capture_id)?,
            mentions.rows(connection, capture_id)?,
        ]))
    }
}

impl Rows<'_> {
    /// The same, with all text of its own.
    pub fn into_owned(self) -> Rows<'static> {
        let owned = |rows: Vec<Cells<'_>>| {
            rows.into_iter().map(|row| row.into_iter().map(Cell::into_owned).collect()).collect()
        };
        Rows(self.0.map(owned))
    }

    /// How many claims there are.
    pub fn claims(&self) -> usize {
        let [_, _, claims, _] = &self.0;
        claims.len()
    }

    /// Writes the rows.
    pub fn insert(&self, connection: &Connection, capture_id: i64) -> Result<()> {
        for (table, rows) in TABLES.iter().zip(&self.0) {
            let mut statement = connection.prepare_cached(table.insert).doing("write derived rows")?;
            for row in rows {
                bind(&mut statement, capture_id, row)
                    .and_then(|()| statement.raw_execute())
                    .doing("write derived rows")?;
            }
        }
        Ok(())
    }

    /// SHA-256 over every cell that is not NULL, with its table and column: a column that is added later, and is NULL in
    /// older rows, leaves the digest as it was.
    pub fn digest(&self) -> Hash {
        let mut hasher = Sha256::new();
        self.digested(&mut |bytes| hasher.update(bytes));
        Hash(hasher.finalize().into())
    }

    /// What the digest is over: for each row the name of its table and then column and value of each cell, each of these
    /// after its length as eight bytes, the largest first.
    pub fn digested(&self, take: &mut dyn FnMut(&[u8])) {
        let mut part = |bytes: &[u8]| {
            take(&(bytes.len() as u64).to_be_bytes());
            take(bytes);
        };
        for (table, rows) in TABLES.iter().zip(&self.0) {
            for row in rows {
                part(table.name.as_bytes());
                for (column, cell) in table.columns.iter().zip(row) {
                    match cell {
                        Cell::Null => {}
                        Cell::Integer(number) => {
                            part(column.as_bytes());
                            part(number.to_string().as_bytes());
                        }
                        Cell::Text(text) => {
                            part(column.as_bytes());
                            part(text.as_bytes());
                        }
                        Cell::Other(shown) => {
                            part(b"damaged");
                            part(shown.as_bytes());
                        }
                    }
                }
            }
        }
    }
}

/// Removes a capture's rows, children first. The full-text index is not told.
pub fn delete(connection: &Connection, capture_id: i64) -> Result<()> {
    for table in TABLES.iter().rev() {
        connection
            .prepare_cached(table.delete)
            .and_then(|mut statement| statement.execute(params![capture_id]))
            .doing("remove derived rows")?;
    }
    Ok(())
}

impl Table {
    fn rows(&self, connection: &Connection, capture_id: i64) -> Result<Vec<Cells<'static>>> {
        let mut statement = connection.prepare_cached(self.select).doing("read derived rows")?;
        let rows = statement.query_map(params![capture_id], |row| self.cells(row)).doing("read derived rows")?;
        rows.collect::<rusqlite::Result<_>>().doing("read derived rows")
    }

    fn cells(&self, row: &Row<'_>) -> rusqlite::Result<Cells<'static>> {
        self.columns
            .iter()
            .map(|column| {
                Ok(match row.get_ref(*column)? {
                    ValueRef::Null => Cell::Null,
                    ValueRef::Integer(number) => Cell::Integer(number),
                    ValueRef::Text(text) => match std::str::from_utf8(text) {
                        Ok(text) => Cell::Text(Cow::Owned(text.to_owned())),
                        Err(_) => Cell::Other(format!("{} (not UTF-8)", String::from_utf8_lossy(text))),
                    },
                    ValueRef::Real(number) => Cell::Other(number.to_string()),
                    ValueRef::Blob(bytes) => Cell::Other(format!("{} bytes", bytes.len())),
                })
            })
            .collect()
    }
}

fn bind(statement: &mut CachedStatement<'_>, capture_id: i64, row: &[Cell<'_>]) -> rusqlite::Result<()> {
    statement.raw_bind_parameter(1, capture_id)?;
    row.iter().enumerate().try_for_each(|(index, cell)| statement.raw_bind_parameter(index + 2, cell))
}

impl Cell<'_> {
    fn into_owned(self) -> Cell<'static> {
        match self {
            Self::Null => Cell::Null,
            Self::Integer(number) => Cell::Integer(number),
            Self::Text(text) => Cell::Text(Cow::Owned(text.into_owned())),
            Self::Other(shown) => Cell::Other(shown),
        }
    }

    /// As it is shown in a finding.
    pub fn shown(&self) -> Option<String> {
        match self {
            Self::Null => None,
            Self::Integer(number) => Some(number.to_string()),
            Self::Text(text) => Some(text.clone().into_owned()),
            Self::Other(shown) => Some(shown.clone()),
        }
    }
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Value::Null),
            Self::Integer(number) => ToSqlOutput::Owned(Value::Integer(*number)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Other(shown) => ToSqlOutput::Borrowed(ValueRef::Text(shown.as_bytes())),
        })
    }
}

impl From<i64> for Cell<'_> {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<usize> for Cell<'_> {
    fn from(number: usize) -> Self {
        Self::Integer(number as i64)
    }
}

impl From<bool> for Cell<'_> {
    fn from(truth: bool) -> Self {
        Self::Integer(i64::from(truth))
    }
}

impl From<Option<i64>> for Cell<'_> {
    fn from(number: Option<i64>) -> Self {
        number.map_or(Self::Null, Self::Integer)
    }
}

/// An empty text is NULL: nothing is said.
impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        if text.is_empty() { Self::Null } else { Self::Text(Cow::Borrowed(text)) }
    }
}

impl<'a> From<Option<&'a str>> for Cell<'a> {
    fn from(text: Option<&'a str>) -> Self {
        text.map_or(Self::Null, Self::from)
    }
}

impl From<Option<String>> for Cell<'_> {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Null, |text| Self::Text(Cow::Owned(text)))
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}
