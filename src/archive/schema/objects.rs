//! Everything that the schema holds, compared with what the migrations make, before anything of it is used: an archive from
//! elsewhere may carry a view, a trigger or a generated column that runs as soon as a table is read or written.

use std::collections::BTreeMap;
use std::path::Path;

use refinery::Target;
use rusqlite::Connection;

use crate::archive::inspect::{self, name_failure};
use crate::error::Doing as _;
use crate::hash::Hash;
use crate::{Error, Result};

/// The digest of the schema that all migrations make: what saves making it anew at every start. A test keeps it true.
const FINGERPRINT: &str = include_str!("fingerprint.sha256");

/// How many differences an error names.
const LISTED: usize = 5;

/// A table, index, view or trigger that is not as the migrations make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Table, index, view or trigger.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Its definition as the migrations make it; `None` where they make none.
    pub expected: Option<String>,
    /// Its definition in the file; `None` where it is not there.
    pub actual: Option<String>,
}

impl Difference {
    /// For an error: what was done to what.
    fn told(&self) -> String {
        let done = match (&self.expected, &self.actual) {
            (None, _) => "was added",
            (Some(_), None) => "is missing",
            (Some(_), Some(_)) => "was altered",
        };
        format!("{} {} {done}", self.kind, self.name)
    }
}

type Objects = BTreeMap<(String, String), String>;

/// What differs from the schema of this version.
pub fn differences(connection: &Connection, version: i64) -> Result<Vec<Difference>> {
    let actual = read(connection)?;
    if version == super::version() && fingerprint(&actual) == FINGERPRINT.trim() {
        return Ok(Vec::new());
    }
    let expected = expected(version)?;
    let both = expected.keys().chain(actual.keys().filter(|key| !expected.contains_key(*key)));
    let difference = |key: &(String, String)| {
        let (wanted, found) = (expected.get(key), actual.get(key));
        (wanted != found).then(|| Difference {
            kind: key.0.clone(),
            name: key.1.clone(),
            expected: wanted.cloned(),
            actual: found.cloned(),
        })
    };
    Ok(both.filter_map(difference).collect())
}

/// Refuses an archive whose schema differs. One that only says that it is older is none that differs.
pub fn confirm(connection: &Connection, path: &Path, version: i64) -> Result<()> {
    let current = super::version();
    let compare = |version| differences(connection, version).map_err(|error| inspect::name_cause(path, error));
    let found = compare(version)?;
    if found.is_empty() || (version < current && compare(current)?.is_empty()) {
        return Ok(());
    }
    let mut objects: Vec<String> = found.iter().take(LISTED).map(Difference::told).collect();
    if found.len() > LISTED {
        objects.push(format!("and {} more", found.len() - LISTED));
    }
    Err(Error::SchemaForeign { path: path.to_owned(), objects })
}

/// What SQLite's own ANALYZE adds is no change of the schema.
fn read(connection: &Connection) -> Result<Objects> {
    let mut statement = connection.prepare(include_str!("objects.sql")).doing("read the schema")?;
    statement
        .query_map([], |row| Ok(((row.get("type")?, row.get("name")?), row.get("definition")?)))
        .and_then(Iterator::collect)
        .doing("read the schema")
}

fn expected(version: i64) -> Result<Objects> {
    let memory = Path::new(":memory:");
    let opened = Connection::open_in_memory().map_err(|error| name_failure(memory, "make the schema", error));
    let mut connection = opened?;
    super::embedded::migrations::runner()
        .set_grouped(true)
        .set_target(Target::Version(version as _))
        .run(&mut connection)
        .map_err(|error| super::refused(memory, error))?;
    read(&connection)
}

fn fingerprint(objects: &Objects) -> String {
    let lines: Vec<String> =
        objects.iter().map(|((kind, name), definition)| format!("{kind}\n{name}\n{definition}\n")).collect();
    Hash::of(lines.concat().as_bytes()).to_hex()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_that_of_the_migrations() {
        let made = fingerprint(&expected(super::super::version()).unwrap());
        assert_eq!(FINGERPRINT.trim(), made, "write {made} into src/archive/schema/fingerprint.sha256");
    }

    #[test]
    fn every_difference_is_told() {
        let mut connection = Connection::open_in_memory().unwrap();
        super::super::migrate(&mut connection, Path::new(":memory:")).unwrap();
        let version = super::super::version();
        assert_eq!(differences(&connection, version).unwrap(), []);
        connection
            .execute_batch(
                "CREATE VIEW planted AS SELECT 1; DROP INDEX claims_by_date; ALTER TABLE articles ADD COLUMN note TEXT",
            )
            .unwrap();
        let told: Vec<String> = differences(&connection, version).unwrap().iter().map(Difference::told).collect();
        assert_eq!(told, ["index claims_by_date is missing", "table articles was altered", "view planted was added"]);
    }
}
