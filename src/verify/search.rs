//! The full-text index against the texts. SQLite compares the two only in a table that may be written, so that the index is
//! copied into a temporary one, which reads the texts where they are.

use std::path::Path;

use rusqlite::Connection;

use super::{Code, Finding, Verdict};
use crate::Result;
use crate::archive::Archive;
use crate::error::Doing as _;

/// Left out where documents are damaged: then the index differs for that reason.
pub fn check(connection: &Connection, path: &Path, verdict: &mut Verdict) -> Result<()> {
    let explained =
        [Code::CaptureMissing, Code::DocumentAltered, Code::DocumentMissing, Code::RowsAltered, Code::FileDamaged];
    if verdict.findings.has(&explained) {
        verdict.notes.push("the full-text index was not compared, because what it was made from is damaged".to_owned());
        return Ok(());
    }
    // Reading anything takes the lock that keeps writers away from the second connection too.
    let _: i64 = connection
        .query_row("SELECT count(*) FROM article_search_config", [], |row| row.get(0))
        .doing("read the full-text index")?;
    let copy = Archive::connection_for_copies(path)?;
    copy.execute_batch(include_str!("search_copy.sql")).doing("make a temporary copy")?;
    if copy.execute_batch(include_str!("search.sql")).is_err() {
        verdict.findings.add(Finding {
            code: Code::SearchIndexStale,
            object: "article_search".to_owned(),
            expected: Some("an index of the titles and texts of documents".to_owned()),
            actual: Some("an index of other words".to_owned()),
        });
    }
    Ok(())
}
