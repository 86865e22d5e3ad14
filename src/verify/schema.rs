//! The schema has to be exactly what the migrations make: a planted trigger or view is a finding.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{Code, Finding, Verdict};
use crate::Result;
use crate::archive::Archive;
use crate::error::Doing as _;

type Schema = BTreeMap<(String, String), Option<String>>;

/// Compares with a new archive.
pub fn check(connection: &Connection, new: &Archive, verdict: &mut Verdict) -> Result<()> {
    let expected = new.read(read)?;
    let actual = read(connection)?;
    for ((kind, name), sql) in &expected {
        let object = format!("{kind} {name}");
        match actual.get(&(kind.clone(), name.clone())) {
            None => verdict.findings.add(Finding {
                code: Code::SchemaMissing,
                object,
                expected: sql.as_deref().map(super::finding::shortened),
                actual: None,
            }),
            Some(found) if found != sql => {
                let texts = (sql.as_deref().unwrap_or_default(), found.as_deref().unwrap_or_default());
                let (expected, actual) = super::finding::around_difference(texts.0, texts.1);
                let (expected, actual) = (Some(expected), Some(actual));
                verdict.findings.add(Finding { code: Code::SchemaAltered, object, expected, actual });
            }
            Some(_) => {}
        }
    }
    for ((kind, name), sql) in actual.iter().filter(|(key, _)| !expected.contains_key(*key)) {
        verdict.findings.add(Finding {
            code: Code::SchemaStray,
            object: format!("{kind} {name}"),
            expected: None,
            actual: sql.as_deref().map(super::finding::shortened),
        });
    }
    Ok(())
}

fn read(connection: &Connection) -> Result<Schema> {
    let mut statement = connection.prepare(include_str!("schema.sql")).doing("read the schema")?;
    statement
        .query_map([], |row| Ok(((row.get("type")?, row.get("name")?), row.get("sql")?)))
        .and_then(Iterator::collect)
        .doing("read the schema")
}
