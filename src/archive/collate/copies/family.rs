//! Rows of `copies`, made from the originals of texts.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row, named_params, params};

use super::graph;
use super::texts::Texts;
use crate::Result;
use crate::error::Doing as _;

/// A capture whose text is a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The capture.
    pub capture_id: i64,
    /// The capture that it is a copy of.
    pub original_capture_id: i64,
    /// The capture where the family begins.
    pub first_capture_id: i64,
    /// `same_bytes`, `same_text` or `near_duplicate`.
    pub kind: String,
    /// How much of the shorter text the other has too.
    pub percent: i64,
}

impl Copy {
    /// From a row of `copies`.
    pub fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            capture_id: row.get("capture_id")?,
            original_capture_id: row.get("original_capture_id")?,
            first_capture_id: row.get("first_capture_id")?,
            kind: row.get("kind")?,
            percent: row.get("percent")?,
        })
    }
}

/// The rows of one text: its earliest capture is a copy of another text, the others are copies of that capture.
pub fn copies(texts: &mut Texts<'_>, text: i64) -> Result<Vec<Copy>> {
    let own = texts.text(text)?;
    let Some((earliest, bytes)) = own.captures.first() else { return Ok(Vec::new()) };
    let first = graph::first(texts, text)?;
    let first_capture = |texts: &mut Texts<'_>, text| -> Result<i64> {
        Ok(texts.text(text)?.captures.first().map_or(text, |(capture_id, _)| *capture_id))
    };
    let first_capture_id = first_capture(texts, first)?;
    let mut copies = Vec::with_capacity(own.captures.len());
    if let Some((original, percent)) = texts.original(text)? {
        copies.push(Copy {
            capture_id: *earliest,
            original_capture_id: first_capture(texts, original)?,
            first_capture_id,
            kind: "near_duplicate".to_owned(),
            percent,
        });
    }
    copies.extend(own.captures.iter().skip(1).map(|(capture_id, sha256)| Copy {
        capture_id: *capture_id,
        original_capture_id: *earliest,
        first_capture_id,
        kind: if sha256 == bytes { "same_bytes" } else { "same_text" }.to_owned(),
        percent: 100,
    }));
    Ok(copies)
}

/// Writes the rows of texts whose original or captures changed, and of all that are copies of these, over any number of steps.
pub fn write(texts: &mut Texts<'_>, changed: BTreeSet<i64>) -> Result<()> {
    let connection = texts.connection();
    let mut concerned = changed.clone();
    let mut next: Vec<i64> = changed.into_iter().collect();
    while let Some(text) = next.pop() {
        next.extend(copies_of(connection, text)?.into_iter().filter(|copy| concerned.insert(*copy)));
    }
    let mut rows = Vec::new();
    for text in &concerned {
        rows.extend(copies(texts, *text)?);
    }
    for text in &concerned {
        execute(connection, include_str!("remove.sql"), named_params! {":text": text})?;
    }
    rows.iter().try_for_each(|copy| put(connection, copy))
}

/// Stores one row.
pub fn put(connection: &Connection, copy: &Copy) -> Result<()> {
    let Copy { capture_id, original_capture_id, first_capture_id, kind, percent } = copy;
    let row = params![capture_id, original_capture_id, first_capture_id, kind, percent];
    execute(connection, "INSERT INTO copies VALUES (?, ?, ?, ?, ?)", row)
}

fn copies_of(connection: &Connection, text: i64) -> Result<Vec<i64>> {
    connection
        .prepare_cached(include_str!("copies_of.sql"))
        .and_then(|mut statement| statement.query_map(named_params! {":text": text}, |row| row.get("text"))?.collect())
        .doing("read copies")
}

fn execute(connection: &Connection, sql: &'static str, parameters: impl rusqlite::Params) -> Result<()> {
    connection.prepare_cached(sql).and_then(|mut statement| statement.execute(parameters)).doing("store a copy")?;
    Ok(())
}
