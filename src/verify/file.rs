//! The file itself: read once from the beginning, so that what jumps about later finds it in memory, and then every page
//! and byte accounted for.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use rusqlite::Connection;

use super::{Amount, Code, Finding, Progress, Verdict, Watcher};
use crate::archive::pages;
use crate::error::Doing as _;
use crate::{Error, Result};

/// How much is read at once.
const PIECE: usize = 1 << 20;

/// Reads the file from the beginning to the end. What is read is not looked at: a disk is much faster in this order than
/// in that of the tables.
pub fn read_through(path: &Path, watcher: Watcher<'_>) -> Result<()> {
    let failed = |source| Error::Read { path: path.to_owned(), source };
    let mut file = File::open(path).map_err(failed)?;
    let total = file.metadata().map_err(failed)?.len();
    let mut piece = vec![0; PIECE];
    let mut done = 0;
    loop {
        let read = file.read(&mut piece).map_err(failed)?;
        if read == 0 {
            return Ok(());
        }
        done += read as u64;
        watcher(Progress { step: "file", done, total, amount: Amount::Bytes });
    }
}

/// Accounts for every page and byte. To be called inside a transaction, so that nobody writes meanwhile.
pub fn check(connection: &Connection, path: &Path, verdict: &mut Verdict) -> Result<()> {
    let roots = roots(connection)?;
    let walk = pages::walk(path, &roots).map_err(|source| Error::Read { path: path.to_owned(), source })?;
    (verdict.file_bytes, verdict.file_bytes_used) = (walk.bytes, walk.used);
    for problem in walk.problems {
        let object = match problem.page {
            0 => "the file".to_owned(),
            page => format!("the file, page {page}"),
        };
        let actual = Some(problem.what);
        verdict.findings.add(Finding { code: Code::FileDamaged, object, expected: None, actual });
    }
    Ok(())
}

/// The first page of each table and index. This also takes the lock that keeps writers away.
pub fn roots(connection: &Connection) -> Result<Vec<(String, u32)>> {
    let mut statement = connection.prepare(include_str!("roots.sql")).doing("read the schema")?;
    statement
        .query_map([], |row| Ok((row.get("name")?, row.get("rootpage")?)))
        .and_then(Iterator::collect)
        .doing("read the schema")
}
