//! The full-text indexes, of words and of parts of words, against the texts. SQLite compares them only in tables that may be
//! written, so that each is copied into a temporary one, which reads the texts where they are. It does not miss rows of the
//! list by which words are looked up; that each page of words is in the list is compared here.

mod page;

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::{Connection, Row};

use super::{Code, Finding, Verdict};
use crate::Result;
use crate::archive::Archive;
use crate::error::Doing as _;

/// One of the indexes.
struct Index {
    name: &'static str,
    compare: &'static str,
    pages: &'static str,
    list: &'static str,
}

const INDEXES: [Index; 2] = [
    Index {
        name: "article_search",
        compare: include_str!("search.sql"),
        pages: include_str!("search_pages.sql"),
        list: "SELECT segid, pgno >> 1 AS place, term FROM article_search_idx",
    },
    Index {
        name: "article_search_parts",
        compare: include_str!("search_parts.sql"),
        pages: include_str!("search_parts_pages.sql"),
        list: "SELECT segid, pgno >> 1 AS place, term FROM article_search_parts_idx",
    },
];

/// Left out where documents are damaged: then the index differs for that reason.
pub fn check(connection: &Connection, path: &Path, verdict: &mut Verdict) -> Result<()> {
    let explained =
        [Code::CaptureMissing, Code::DocumentAltered, Code::DocumentMissing, Code::RowsAltered, Code::FileDamaged];
    if verdict.findings.has(&explained) {
        verdict
            .notes
            .push("the full-text indexes were not compared, because what they were made from is damaged".to_owned());
        return Ok(());
    }
    // Reading anything takes the lock that keeps writers away from the second connection too.
    let _: i64 = connection
        .query_row("SELECT count(*) FROM article_search_config", [], |row| row.get(0))
        .doing("read the full-text index")?;
    let copy = Archive::connection_for_copies(path)?;
    copy.execute_batch(include_str!("search_copy.sql")).doing("make a temporary copy")?;
    INDEXES.iter().try_for_each(|index| check_index(connection, &copy, index, verdict))
}

fn check_index(connection: &Connection, copy: &Connection, index: &Index, verdict: &mut Verdict) -> Result<()> {
    if copy.execute_batch(index.compare).is_err() {
        verdict.findings.add(Finding {
            code: Code::SearchIndexStale,
            object: index.name.to_owned(),
            expected: Some("an index of the titles and texts of documents".to_owned()),
            actual: Some("an index of other words".to_owned()),
        });
        return Ok(());
    }
    let unlisted = unlisted(connection, index)?;
    if unlisted > 0 {
        verdict.findings.add(Finding {
            code: Code::SearchIndexStale,
            object: format!("{}_idx", index.name),
            expected: Some("the first word of each page of words".to_owned()),
            actual: Some(format!("{unlisted} pages that are not listed, or under another word")),
        });
    }
    Ok(())
}

/// How many pages of words are not found by their first word. The first page of each run is looked into wherever the list
/// leads to nothing else, and need not be in it.
fn unlisted(connection: &Connection, index: &Index) -> Result<usize> {
    let listed = listed(connection, index).doing("read the full-text index")?;
    let mut statement = connection.prepare(index.pages).doing("read the full-text index")?;
    let mut rows = statement.query([]).doing("read the full-text index")?;
    let (mut unlisted, mut last_run) = (0, None);
    while let Some(row) = rows.next().doing("read the full-text index")? {
        let run: i64 = row.get("run").doing("read the full-text index")?;
        let place: i64 = row.get("place").doing("read the full-text index")?;
        let block = row.get_ref("block").and_then(|block| Ok(block.as_blob()?)).doing("read the full-text index")?;
        let is_first = last_run.replace(run) != Some(run);
        let is_listed = |word: &[u8]| listed.get(&(run, place)).is_some_and(|beginning| word.starts_with(beginning));
        if !is_first && page::first_word(block).is_some_and(|word| !is_listed(word)) {
            unlisted += 1;
        }
    }
    Ok(unlisted)
}

/// The beginning of the first word of each page, by run and place.
fn listed(connection: &Connection, index: &Index) -> rusqlite::Result<BTreeMap<(i64, i64), Vec<u8>>> {
    let mut statement = connection.prepare(index.list)?;
    let read = |row: &Row<'_>| Ok(((row.get("segid")?, row.get("place")?), row.get("term")?));
    statement.query_map([], read)?.collect()
}
