//! `archive.db.example` is what `scripts/build-example` makes of `seeds/accounts`, schema and content.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::Value;

use crate::test::Test;

#[test]
fn the_example_archive_is_what_the_seeds_give() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut test = Test::new();
    for entry in fs::read_dir(root.join("seeds/accounts")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        test = test.file(&format!("seeds/accounts/{name}"), fs::read(&path).unwrap());
    }
    let test = test.ingest(["seeds/accounts"]).stdout_has("5 new");
    let (fresh, kept) = (content(&test.archive()), content(&root.join("archive.db.example")));
    assert_eq!(
        fresh.iter().map(|(table, _)| table).collect::<Vec<_>>(),
        kept.iter().map(|(table, _)| table).collect::<Vec<_>>()
    );
    for ((table, fresh), (_, kept)) in fresh.iter().zip(&kept) {
        assert_eq!(fresh, kept, "{table} differs: run scripts/build-example");
    }
    test.verify();
}

/// The seals without the digest over that time, and without the chain, which depends on it.
const SEALS: &str = "SELECT seal_id, subject, subject_id, CASE subject WHEN 'refinery_schema_history' THEN '' ELSE digest END FROM seals";

/// Every table with its rows, in an order that does not depend on how they were written. What SQLite keeps for itself and
/// the search index's own tables are left out; `verify` checks those.
fn content(archive: &Path) -> Vec<(String, Vec<String>)> {
    let connection = open(archive);
    let tables: Vec<String> = connection
        .prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'article_search%' ORDER BY name",
        )
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let schema = rows(&connection, "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'article_search_%'");
    std::iter::once(("the schema".to_owned(), schema))
        .chain(tables.into_iter().map(|table| {
            // The time at which a migration was applied is the one thing that no clock argument reaches.
            let rows = match table.as_str() {
                "refinery_schema_history" => {
                    rows(&connection, "SELECT version, name, checksum FROM refinery_schema_history")
                }
                "seals" => rows(&connection, SEALS),
                _ => rows(&connection, &format!("SELECT * FROM {table}")),
            };
            (table, rows)
        }))
        .collect()
}

fn rows(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    let columns = statement.column_count();
    let mut rows: Vec<String> = statement
        .query_map([], |row| (0..columns).map(|column| row.get::<_, Value>(column)).collect::<Result<Vec<_>, _>>())
        .unwrap()
        .map(|row| format!("{:?}", row.unwrap()))
        .collect();
    rows.sort();
    rows
}

fn open(archive: &Path) -> Connection {
    Connection::open_with_flags(archive, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
}
