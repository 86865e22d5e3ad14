//! The full-text index against the texts. SQLite compares the two only through a connection that may write, so that the
//! comparison runs on a temporary copy.

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use super::{Code, Finding, Verdict};
use crate::Result;
use crate::error::Doing as _;

/// Pages copied at a time.
const PAGES: i32 = 16_384;

/// Left out where documents are damaged: then the index differs for that reason.
pub fn check(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let explained =
        [Code::CaptureMissing, Code::DocumentAltered, Code::DocumentMissing, Code::RowsAltered, Code::FileDamaged];
    if verdict.findings.has(&explained) {
        verdict.notes.push("the full-text index was not compared, because what it was made from is damaged".to_owned());
        return Ok(());
    }
    // A database without a name lives in memory, spills to a temporary file when it is large, and is gone afterwards.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut copy = Connection::open_with_flags("", flags).doing("make a temporary copy")?;
    Backup::new(connection, &mut copy)
        .and_then(|backup| backup.run_to_completion(PAGES, std::time::Duration::ZERO, None))
        .doing("make a temporary copy")?;
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
