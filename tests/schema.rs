//! The schema is read by people: every table is strict, listed and commented, every constraint has a name in words.

use dossier::archive::Archive;
use rusqlite::Connection;

use crate::test::Test;

fn column(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn with_schema(look: impl FnOnce(&Connection)) {
    let archive = Archive::in_memory().unwrap();
    archive
        .read(|connection| {
            look(connection);
            Ok(())
        })
        .unwrap();
}

/// Tables and views that people see; what SQLite and the migration runner keep for themselves is left out.
const OURS: &str = "FROM pragma_table_list AS list JOIN sqlite_schema ON sqlite_schema.name = list.name \
    WHERE list.schema = 'main' AND list.type IN ('table', 'view', 'virtual') \
    AND list.name NOT GLOB 'sqlite_*' AND list.name <> 'refinery_schema_history'";

#[test]
fn every_table_is_strict() {
    with_schema(|connection| {
        let loose = column(connection, &format!("SELECT list.name {OURS} AND list.type = 'table' AND NOT strict"));
        assert_eq!(loose, [""; 0]);
    });
}

#[test]
fn the_contents_list_every_table_and_view_with_its_kind() {
    with_schema(|connection| {
        let listed = column(connection, "SELECT name FROM archive_contents ORDER BY name");
        let mut there = column(connection, &format!("SELECT list.name {OURS} ORDER BY list.name"));
        there.push("refinery_schema_history".to_owned());
        there.sort();
        assert_eq!(listed, there);
        let views = column(connection, "SELECT name FROM archive_contents WHERE kind = 'view' ORDER BY name");
        assert_eq!(views, column(connection, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name"));
    });
}

#[test]
fn every_table_and_view_says_what_one_row_is() {
    with_schema(|connection| {
        let silent = format!("SELECT list.name {OURS} AND list.type <> 'virtual' AND sql NOT LIKE '%-- One row %'");
        assert_eq!(column(connection, &silent), [""; 0]);
    });
}

#[test]
fn every_constraint_has_a_name_in_words() {
    with_schema(|connection| {
        for sql in column(connection, &format!("SELECT sql {OURS} AND list.type = 'table'")) {
            for line in sql.lines().map(str::trim) {
                let code = line.split("--").next().unwrap_or_default();
                let constrains =
                    ["PRIMARY KEY", "UNIQUE", "CHECK", "REFERENCES"].iter().any(|word| code.contains(word));
                assert!(!constrains || code.starts_with("CONSTRAINT \""), "{line}");
            }
        }
    });
}

#[test]
fn header_and_version_are_set() {
    with_schema(|connection| {
        let number = |pragma| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(number("application_id"), dossier::archive::schema::APPLICATION_ID);
        assert_eq!(number("user_version"), dossier::archive::schema::version());
    });
}

#[test]
fn an_offset_finds_the_quote() {
    let text = "“Жаңа” – at least 14 miners were killed in Port Vell, officials said.";
    let archive = Test::new().file("a.txt", text).ingest(["a.txt"]);
    let differing = "SELECT count(*) FROM claims JOIN documents USING (capture_id) \
        WHERE quote <> substr(text, start_offset + 1, end_offset - start_offset)";
    assert_eq!(archive.value(differing), "0");
    assert_ne!(archive.value("SELECT count(*) FROM claims"), "0");
    archive.verify();
}
