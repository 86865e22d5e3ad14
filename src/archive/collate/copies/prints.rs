//! Wordings and fingerprints of captures, made from their texts.

use std::collections::BTreeSet;

use rusqlite::{Connection, named_params, params};

use crate::Result;
use crate::collation::copies::Sketch;
use crate::error::Doing as _;
use crate::parallel;

/// Captures that are looked at together in a rebuild.
const GROUP: usize = 1_000;
/// What stands in more texts is no sign of a copy.
pub const COMMON: usize = 1_000;

/// What a capture's text gives; `None` where it has no words.
pub type Print = Option<Sketch>;

/// What new captures concern. Texts are told by the lowest number among the captures with their wording.
#[derive(Debug, Default)]
pub struct Added {
    /// Texts that are new, or have a capture more.
    pub texts: BTreeSet<i64>,
    /// Texts with a fingerprint that has become common.
    pub unlinked: BTreeSet<i64>,
}

/// Stores wordings and fingerprints.
pub fn add(connection: &Connection, capture_ids: &[i64]) -> Result<Added> {
    let mut added = Added::default();
    let mut fingerprints = Vec::new();
    for group in capture_ids.chunks(GROUP) {
        for (capture_id, print) in of(connection, group)? {
            let Some(sketch) = print else { continue };
            let text = put_wording(connection, capture_id, &sketch)?;
            added.texts.insert(text);
            if text == capture_id {
                fingerprints.extend(sketch.fingerprints().into_iter().map(|fingerprint| (fingerprint, text)));
            }
        }
    }
    // In the order of the table, which is then gone through once.
    fingerprints.sort_unstable();
    let mut put = connection.prepare_cached("INSERT INTO fingerprints VALUES (?, ?)").doing("store a fingerprint")?;
    for (fingerprint, text) in &fingerprints {
        put.execute(params![fingerprint, text]).doing("store a fingerprint")?;
    }
    for same in fingerprints.chunk_by(|one, other| one.0 == other.0) {
        let Some((fingerprint, first_added)) = same.first() else { continue };
        let texts = texts_with(connection, *fingerprint)?;
        // New captures have the highest numbers.
        let was_common = texts.last().is_some_and(|last| last < first_added);
        if texts.len() > COMMON && !was_common {
            added.unlinked.extend(texts);
        }
    }
    Ok(added)
}

/// Calls `take` with what each document's text gives, in order of the captures.
pub fn each_print(connection: &Connection, mut take: impl FnMut(i64, Print) -> Result<()>) -> Result<()> {
    let mut last = 0;
    loop {
        let group = next_captures(connection, last)?;
        let Some(end) = group.last() else { return Ok(()) };
        last = *end;
        for (capture_id, print) in of(connection, &group)? {
            take(capture_id, print)?;
        }
    }
}

/// The next captures that have a document.
pub fn next_captures(connection: &Connection, after: i64) -> Result<Vec<i64>> {
    connection
        .prepare_cached(include_str!("next_captures.sql"))
        .and_then(|mut statement| {
            let of = named_params! {":after": after, ":most": GROUP as i64};
            statement.query_map(of, |row| row.get("capture_id"))?.collect()
        })
        .doing("read documents")
}

fn of(connection: &Connection, capture_ids: &[i64]) -> Result<Vec<(i64, Print)>> {
    let mut read = connection.prepare_cached("SELECT text FROM documents WHERE capture_id = ?").doing("read a text")?;
    let mut texts: Vec<(i64, String)> = Vec::with_capacity(capture_ids.len());
    for capture_id in capture_ids {
        let text = read.query_row(params![capture_id], |row| row.get("text")).doing("read a text")?;
        texts.push((*capture_id, text));
    }
    Ok(parallel::map(&texts, |(capture_id, text)| (*capture_id, Sketch::of(text))))
}

/// Stores a wording, and returns the text that it is of.
fn put_wording(connection: &Connection, capture_id: i64, sketch: &Sketch) -> Result<i64> {
    let wording = sketch.wording.to_hex();
    connection
        .prepare_cached(include_str!("put_wording.sql"))
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":capture_id": capture_id,
                ":wording_sha256": wording,
                ":words": sketch.words as i64,
                ":shingles": sketch.shingles.len() as i64,
            })
        })
        .doing("store a wording")?;
    connection
        .prepare_cached("SELECT min(capture_id) AS text FROM wordings WHERE wording_sha256 = ?")
        .and_then(|mut statement| statement.query_row(params![wording], |row| row.get("text")))
        .doing("read a wording")
}

/// The texts that have a fingerprint, those with the lowest numbers first: no more than show that it is common.
pub fn texts_with(connection: &Connection, fingerprint: i64) -> Result<Vec<i64>> {
    connection
        .prepare_cached("SELECT capture_id FROM fingerprints WHERE fingerprint = ? ORDER BY capture_id LIMIT ?")
        .and_then(|mut statement| {
            statement.query_map(params![fingerprint, COMMON as i64 + 1], |row| row.get("capture_id"))?.collect()
        })
        .doing("read fingerprints")
}
