//! What is told of a table that leaves the archive: its columns with their types, its keys, and what leads to other tables.
//! [`super::tables`] lists them; CSV, Parquet and the description of a data package are written from the same list.

use crate::query::Question;

/// A table of an export.
#[derive(Debug)]
pub struct Table {
    /// Its name, and that of its file without the ending.
    pub name: &'static str,
    /// What one row is.
    pub description: &'static str,
    /// What gives the rows.
    pub question: &'static Question,
    /// The columns, in the order of the question.
    pub columns: &'static [Column],
    /// The columns that together name a row.
    pub primary_key: &'static [&'static str],
    /// Columns that name a row of another table.
    pub foreign_keys: &'static [ForeignKey],
}

/// Columns that name a row of another table.
#[derive(Debug)]
pub struct ForeignKey {
    /// The columns.
    pub columns: &'static [&'static str],
    /// The other table.
    pub table: &'static str,
    /// Its columns.
    pub named: &'static [&'static str],
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What its values are.
    pub kind: Kind,
    /// Whether every row has a value.
    pub required: bool,
    /// What a value means.
    pub description: &'static str,
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// 1 or 0 in the archive.
    Boolean,
    /// `YYYY-MM-DD`.
    Day,
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    PartialDay,
    /// `YYYY-MM-DDTHH:MM:SSZ`.
    Time,
    /// 64 lowercase hexadecimal digits.
    Hash,
}

impl Column {
    /// A column of which every row has a value.
    pub const fn new(name: &'static str, kind: Kind, description: &'static str) -> Self {
        Self { name, kind, required: true, description }
    }

    /// A column that is empty where nothing is known.
    pub const fn optional(name: &'static str, kind: Kind, description: &'static str) -> Self {
        Self { name, kind, required: false, description }
    }
}
