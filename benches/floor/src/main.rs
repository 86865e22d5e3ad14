//! The floor of an ingest: how long SQLite itself takes to write the rows that an archive holds, ready-made, into a new
//! file with the same tables. Reading the rows is not timed. Run by `scripts/benchmark`:
//!
//!     dossier-floor ARCHIVE NEW-FILE incremental|bulk
//!     dossier-floor ARCHIVE
//!
//! `incremental` keeps indexes and the full-text index up to date as ingest does; `bulk` makes both at the end. Prints seconds.
//! Where nothing is to be written it reads one row: the least that a program does that answers from an archive.

use std::time::{Duration, Instant};

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params, params_from_iter};

/// Captures that are written in one transaction, as many as an ingest's batch holds.
const BATCH: i64 = 1_000;

/// Tables whose rows belong to captures, in the order of their foreign keys, with the rows of captures ?1 to ?2.
const OF_CAPTURES: [(&str, &str); 11] = [
    ("blobs", "sha256 IN (SELECT sha256 FROM captures WHERE capture_id BETWEEN ?1 AND ?2)"),
    ("articles", "article_id IN (SELECT article_id FROM captures WHERE capture_id BETWEEN ?1 AND ?2)"),
    ("captures", "capture_id BETWEEN ?1 AND ?2"),
    ("documents", "capture_id BETWEEN ?1 AND ?2"),
    ("sentences", "capture_id BETWEEN ?1 AND ?2"),
    ("claims", "capture_id BETWEEN ?1 AND ?2"),
    ("mentions", "capture_id BETWEEN ?1 AND ?2"),
    ("derivations", "capture_id BETWEEN ?1 AND ?2"),
    ("wordings", "capture_id BETWEEN ?1 AND ?2"),
    ("fingerprints", "capture_id BETWEEN ?1 AND ?2"),
    ("copies", "capture_id BETWEEN ?1 AND ?2"),
];
/// Tables of the whole archive, written with the last batch.
const WHOLE: [&str; 5] = ["log_entries", "names", "name_variants", "incidents", "incident_claims"];

type Rows = Vec<Vec<Value>>;

fn main() -> rusqlite::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [archive] => {
            let archive = Connection::open_with_flags(archive, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
            let sql = "SELECT origin FROM captures ORDER BY capture_id LIMIT 1";
            println!("{}", archive.query_row(sql, [], |row| row.get::<_, String>(0))?);
            Ok(())
        }
        [source, target, mode] => write_all(source, target, mode == "bulk"),
        _ => {
            eprintln!("usage: dossier-floor ARCHIVE [NEW-FILE incremental|bulk]");
            std::process::exit(2)
        }
    }
}

fn write_all(source: &str, target: &str, bulk: bool) -> rusqlite::Result<()> {
    let source = Connection::open_with_flags(source, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let target = Connection::open(target)?;
    target.execute_batch("PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA foreign_keys = OFF;")?;
    let tables = "type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'article_search_%'";
    target.execute_batch(&schema(&source, tables)?)?;
    target.execute_batch("INSERT INTO article_search (article_search, rank) VALUES ('hashsize', 33554432)")?;
    let indexes = schema(&source, "type = 'index' AND sql IS NOT NULL")?;
    let mut written = Duration::ZERO;
    if !bulk {
        target.execute_batch(&indexes)?;
    }
    let last: i64 = source.query_row("SELECT ifnull(max(capture_id), 0) FROM captures", [], |row| row.get(0))?;
    for first in (1..=last).step_by(BATCH as usize) {
        let end = last.min(first + BATCH - 1);
        let mut tables = Vec::new();
        for (table, condition) in OF_CAPTURES {
            tables.push((
                table,
                rows(&source, &format!("SELECT * FROM {table} WHERE {condition}"), params![first, end])?,
            ));
        }
        if end == last {
            for table in WHOLE {
                tables.push((table, rows(&source, &format!("SELECT * FROM {table}"), [])?));
            }
        }
        let begun = Instant::now();
        target.execute_batch("BEGIN IMMEDIATE")?;
        for (table, rows) in &tables {
            write(&target, table, rows)?;
        }
        if !bulk {
            let index = "INSERT INTO article_search (rowid, title, text)
                         SELECT capture_id, title, text FROM documents WHERE capture_id BETWEEN ?1 AND ?2";
            target.execute(index, params![first, end])?;
        }
        target.execute_batch("COMMIT")?;
        written += begun.elapsed();
    }
    if bulk {
        let begun = Instant::now();
        target.execute_batch(&format!("BEGIN IMMEDIATE; {indexes}"))?;
        target.execute_batch("INSERT INTO article_search (article_search) VALUES ('rebuild'); COMMIT")?;
        written += begun.elapsed();
    }
    println!("{:.3}", written.as_secs_f64());
    Ok(())
}

/// The statements that make everything of the source's schema for which `condition` holds.
fn schema(source: &Connection, condition: &str) -> rusqlite::Result<String> {
    let sql = format!("SELECT group_concat(sql, ';\n') FROM sqlite_schema WHERE {condition}");
    source.query_row(&sql, [], |row| row.get(0))
}

fn rows(source: &Connection, sql: &str, of: impl rusqlite::Params) -> rusqlite::Result<Rows> {
    let mut statement = source.prepare_cached(sql)?;
    let columns = statement.column_count();
    statement.query_map(of, |row| (0..columns).map(|column| row.get(column)).collect())?.collect()
}

fn write(target: &Connection, table: &str, rows: &Rows) -> rusqlite::Result<()> {
    let Some(first) = rows.first() else { return Ok(()) };
    let places = vec!["?"; first.len()].join(", ");
    let mut statement = target.prepare_cached(&format!("INSERT INTO {table} VALUES ({places})"))?;
    rows.iter().try_for_each(|row| statement.execute(params_from_iter(row)).map(|_| ()))
}
