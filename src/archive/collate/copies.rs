//! Copies: rows of `wordings`, `fingerprints` and `copies`. New texts are compared only with those that share fingerprints with
//! them, so that the cost of a text does not grow with the archive.
//!
//! A text's original depends on that text and those that share much with it alone. So a new text finds its own, and takes
//! over as the original of those that come after it, with the same result as [`expected`], which asks for each text anew.
//! What stands in too many texts (`prints::COMMON`) is furniture of pages and finds nothing.

mod family;
mod graph;
mod prints;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, named_params};

use super::New;
use crate::Result;
use crate::error::Doing as _;
pub use family::Copy;
use prints::Added;
pub use prints::{Common, Print, each_print};
use texts::Texts;

/// Takes new captures into account, in the transaction that derived them.
pub fn add(connection: &Connection, new: Vec<New>, common: &mut Common) -> Result<()> {
    let Added { new, shared, unlinked, lists } = prints::add(connection, new, common)?;
    let added: BTreeSet<i64> = new.keys().chain(&shared).copied().collect();
    let mut texts = Texts::new(connection).with(new, lists);
    let mut changed = shared;
    for text in &added {
        graph::place(&mut texts, *text, &mut changed)?;
        if texts.original(*text)?.is_some() {
            changed.insert(*text);
        }
    }
    // Texts that were linked by what has now become furniture may be so no longer.
    for text in unlinked.difference(&added) {
        if graph::renew(&mut texts, *text)? {
            changed.insert(*text);
        }
    }
    family::write(&mut texts, changed)
}

/// Makes all anew.
pub fn rebuild(connection: &Connection) -> Result<()> {
    connection.execute_batch(include_str!("copies/clear.sql")).doing("clear copies")?;
    let mut last = 0;
    loop {
        let group = prints::next_captures(connection, last)?;
        let Some(end) = group.last() else { break };
        last = *end;
        prints::add_stored(connection, &group)?;
    }
    for copy in expected(connection)?.values() {
        family::put(connection, copy)?;
    }
    Ok(())
}

/// The rows of `copies` that wordings and fingerprints make, by capture.
pub fn expected(connection: &Connection) -> Result<BTreeMap<i64, Copy>> {
    let mut texts = Texts::new(connection);
    let all = texts.all()?;
    for text in &all {
        graph::renew(&mut texts, *text)?;
        texts.forget_long_ago();
    }
    let mut copies = BTreeMap::new();
    for text in all {
        copies.extend(family::copies(&mut texts, text)?.into_iter().map(|copy| (copy.capture_id, copy)));
    }
    Ok(copies)
}

/// The row of one capture.
pub fn stored(connection: &Connection, capture_id: i64) -> Result<Option<Copy>> {
    let mut statement = connection.prepare_cached(include_str!("copies/stored.sql")).doing("read copies")?;
    let mut rows = statement.query(named_params! {":capture_id": capture_id}).doing("read copies")?;
    let row = rows.next().doing("read copies")?;
    row.map(|row| Copy::read(row).doing("read copies")).transpose()
}
