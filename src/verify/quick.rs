//! The quick check: every stored byte is hashed, every entry of the log is hashed, the root is what earlier checks and
//! checkpoints say, and what the log tells of is there with these bytes. Nothing is derived, and no other column is compared.
//!
//! Bytes and log are read at the same time, over two connections. What does not fit is looked at once more at the end, as
//! it is at one moment: meanwhile somebody may have written.

mod blobs;
mod held;

pub use held::Held;

use std::path::Path;
use std::sync::mpsc;
use std::thread;

use rusqlite::Connection;

use super::{Amount, Code, Finding, Progress, Request, Verdict, Watcher};
use super::{captures, check_log, coverage, seals, step, takedowns};
use crate::Result;
use crate::error::Doing as _;
use blobs::Hashed;

/// Hashes, and compares as far as a quick check does.
pub fn check(
    connection: &Connection,
    path: &Path,
    request: &Request,
    verdict: &mut Verdict,
    watcher: Watcher<'_>,
) -> Result<()> {
    verdict.logged.is_brief = true;
    let (sender, receiver) = mpsc::channel();
    let hashed = thread::scope(|scope| -> Result<Hashed> {
        let told = move |done: i64, total: i64| {
            // Where nobody listens any more, an error has ended the check.
            let _ = sender.send((done, total));
        };
        let hashing = thread::Builder::new().spawn_scoped(scope, move || blobs::hash_all(path, &told));
        check_log(connection, request, verdict)?;
        for (done, total) in receiver {
            let (done, total) = (done.max(0) as u64, total.max(0) as u64);
            watcher(Progress { step: "stored bytes", done, total, amount: Amount::Pieces });
        }
        match hashing {
            Ok(hashing) => hashing.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            // No thread could be started.
            Err(_) => blobs::hash_all(path, &|_, _| ()),
        }
    })?;
    step(connection, verdict, |connection, verdict| coverage::plan(connection, request.depth, verdict))?;
    verdict.captures = verdict.coverage.captures;
    verdict.bytes = hashed.bytes;
    for cause in &hashed.damage {
        verdict.cannot("read stored bytes", cause);
    }
    step(connection, verdict, |connection, verdict| look_again(connection, &hashed, verdict))?;
    step(connection, verdict, seals::check)
}

/// Looks at what did not fit, and for what is missing or too much.
fn look_again(connection: &Connection, hashed: &Hashed, verdict: &mut Verdict) -> Result<()> {
    let missing = texts(connection, include_str!("quick/missing_blobs.sql"))?;
    for sha256 in hashed.suspects.iter().chain(&missing) {
        if !verdict.logged.takedowns.contains_key(sha256) {
            for stored in captures::of_blob(connection, sha256, verdict)? {
                captures::check_bytes(&stored, verdict);
            }
        }
    }
    let taken_down: Vec<String> = verdict.logged.takedowns.keys().cloned().collect();
    for sha256 in &taken_down {
        for stored in captures::of_blob(connection, sha256, verdict)? {
            takedowns::check_erased(connection, &stored, verdict)?;
        }
    }
    let held: i64 = number(connection, "SELECT count(*) FROM captures")?;
    if held as u64 + verdict.logged.missing.len() as u64 != verdict.logged.captures_count {
        add_unlogged(connection, verdict)?;
    }
    // Where nothing is missing, as many bytes as captures know of are all of them.
    let known = number(connection, "SELECT count(DISTINCT sha256) FROM captures")?;
    if !missing.is_empty() || number(connection, "SELECT count(*) FROM blobs")? != known {
        captures::check_strays(connection, verdict)?;
    }
    Ok(())
}

fn add_unlogged(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let unlogged = texts(connection, include_str!("quick/unlogged_captures.sql"))?;
    // What the log does not tell may have stood in entries that are gone or unreadable, which are findings themselves.
    if unlogged.len() > verdict.logged.unreadable {
        for label in unlogged {
            let object = format!("captures: {label}");
            verdict.findings.add(Finding { code: Code::CaptureUnlogged, object, expected: None, actual: None });
        }
    }
    Ok(())
}

fn number(connection: &Connection, sql: &'static str) -> Result<i64> {
    connection.query_row(sql, [], |row| row.get(0)).doing("count what is stored")
}

fn texts(connection: &Connection, sql: &'static str) -> Result<Vec<String>> {
    let mut statement = connection.prepare(sql).doing("compare the log with what is stored")?;
    statement.query_map([], |row| row.get(0)).and_then(Iterator::collect).doing("compare the log with what is stored")
}
