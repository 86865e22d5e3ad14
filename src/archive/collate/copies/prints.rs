//! Wordings and fingerprints of captures, made from their texts.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rusqlite::{Connection, named_params, params};

use crate::Result;
use crate::archive::collate::New;
use crate::collation::copies::Sketch;
use crate::error::Doing as _;
use crate::parallel;

/// Captures that are looked at together in a rebuild.
const GROUP: usize = 1_000;
/// What stands in more texts is no sign of a copy.
pub const COMMON: usize = 1_000;

/// What a capture's text gives; `None` where it has no words.
pub type Print = Option<Sketch>;

/// Fingerprints that are known to be common. What is common stays so as long as nothing is removed.
pub type Common = HashSet<i64>;

/// What new captures concern. Texts are told by the lowest number among the captures with their wording.
#[derive(Debug, Default)]
pub struct Added {
    /// Texts that are new, and what they give.
    pub new: BTreeMap<i64, Sketch>,
    /// Texts, new or not, that a new capture has and another too.
    pub shared: BTreeSet<i64>,
    /// Texts with a fingerprint that has become common.
    pub unlinked: BTreeSet<i64>,
    /// The texts that have a fingerprint of the new ones, but for those that are common or that one text alone has.
    pub lists: HashMap<i64, Vec<i64>>,
}

/// Stores wordings and fingerprints.
pub fn add(connection: &Connection, new: Vec<New>, common: &mut Common) -> Result<Added> {
    let mut added = Added::default();
    let mut fingerprints = Vec::new();
    for New { capture_id, print } in new {
        let Some(sketch) = print else { continue };
        let text = put_wording(connection, capture_id, &sketch)?;
        if text == capture_id {
            fingerprints.extend(sketch.fingerprints().into_iter().map(|fingerprint| (fingerprint, text)));
            added.new.insert(text, sketch);
        } else {
            added.shared.insert(text);
        }
    }
    fingerprints.sort_unstable();
    put_fingerprints(connection, &fingerprints)?;
    for same in fingerprints.chunk_by(|one, other| one.0 == other.0) {
        let Some((fingerprint, first_added)) = same.first() else { continue };
        if common.contains(fingerprint) {
            continue;
        }
        let texts = texts_with(connection, *fingerprint)?;
        if texts.len() > COMMON {
            common.insert(*fingerprint);
            // New captures have the highest numbers.
            if texts.last().is_some_and(|last| last >= first_added) {
                added.unlinked.extend(texts);
            }
        } else if texts.len() > 1 {
            added.lists.insert(*fingerprint, texts);
        }
    }
    Ok(added)
}

/// To be called with them in the order of the table, which is then gone through once.
fn put_fingerprints(connection: &Connection, fingerprints: &[(i64, i64)]) -> Result<()> {
    let mut put = connection.prepare_cached("INSERT INTO fingerprints VALUES (?, ?)").doing("store a fingerprint")?;
    for (fingerprint, text) in fingerprints {
        put.execute(params![fingerprint, text]).doing("store a fingerprint")?;
    }
    Ok(())
}

/// Stores wordings and fingerprints of captures whose texts are stored.
pub fn add_stored(connection: &Connection, capture_ids: &[i64]) -> Result<()> {
    let mut fingerprints = Vec::new();
    for (capture_id, print) in of(connection, capture_ids)? {
        let Some(sketch) = print else { continue };
        if put_wording(connection, capture_id, &sketch)? == capture_id {
            fingerprints.extend(sketch.fingerprints().into_iter().map(|fingerprint| (fingerprint, capture_id)));
        }
    }
    fingerprints.sort_unstable();
    put_fingerprints(connection, &fingerprints)
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
                ":in_parts": sketch.in_parts,
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
