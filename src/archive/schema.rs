//! The schema: the migrations in `migrations/`, and which version of it this program knows.

use std::path::Path;

use rusqlite::Connection;

use super::inspect::name_failure;
use crate::{Error, Result};

mod objects;

pub use objects::{Difference, confirm, differences};

mod embedded {
    refinery::embed_migrations!("migrations");
}

/// "dosr", in the file's header: what tells an archive from any other SQLite file.
pub const APPLICATION_ID: i64 = 0x646F_7372;

/// The newest schema version that this program knows: how many migrations there are. `PRAGMA user_version` holds it.
pub fn version() -> i64 {
    embedded::migrations::runner().get_migrations().len() as i64
}

/// Brings the schema up to date, all migrations in one transaction.
pub fn migrate(connection: &mut Connection, path: &Path) -> Result<()> {
    check_history(connection, path)?;
    embedded::migrations::runner().set_grouped(true).run(connection).map_err(|error| refused(path, error))?;
    // The last migration sets it; where others have set it back since, no migration would run again.
    connection
        .pragma_update(None, "user_version", version())
        .map_err(|error| name_failure(path, "bring the schema up to date", error))
}

fn refused(path: &Path, error: refinery::Error) -> Error {
    if let refinery::error::Kind::MissingVersion(migration) = error.kind() {
        return Error::ArchiveTooNew { path: path.to_owned(), found: i64::from(migration.version()), known: version() };
    }
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&error);
    while let Some(inner) = cause {
        if let Some(rusqlite::Error::SqliteFailure(failure, message)) = inner.downcast_ref() {
            let failure = rusqlite::Error::SqliteFailure(*failure, message.clone());
            return name_failure(path, "bring the schema up to date", failure);
        }
        cause = inner.source();
    }
    Error::OpenArchive { path: path.to_owned(), source: Box::new(error) }
}

/// The migration runner takes the history of an archive from elsewhere at its word, and would stop the program at a
/// time or checksum that it cannot read.
fn check_history(connection: &Connection, path: &Path) -> Result<()> {
    let exists = connection
        .table_exists(None, "refinery_schema_history")
        .map_err(|error| name_failure(path, "read the schema's history", error))?;
    if !exists {
        return Ok(());
    }
    let strange = connection
        .query_row(include_str!("schema/strange_history.sql"), [], |row| row.get::<_, i64>("strange"))
        .map_err(|error| name_failure(path, "read the schema's history", error))?;
    if strange == 0 { Ok(()) } else { Err(Error::NotAnArchive { path: path.to_owned() }) }
}

#[cfg(test)]
mod tests {
    use refinery::Target;

    use super::*;
    use crate::script;

    #[test]
    fn texts_of_an_older_archive_are_searched_in_parts_as_new_ones_are() {
        let mut connection = Connection::open_in_memory().unwrap();
        embedded::migrations::runner().set_target(Target::Version(13)).run(&mut connection).unwrap();
        connection.pragma_update(None, "foreign_keys", false).unwrap();
        // The first and last of every 16 characters: scripts begin and end there.
        let ends = (0..0x4_0000_u32).step_by(16).flat_map(|first| [first, first + 15]).filter_map(char::from_u32);
        let hash = "0".repeat(64);
        let transaction = connection.transaction().unwrap();
        for sign in ends.clone().filter(|sign| *sign != '\0') {
            for sql in [
                "INSERT INTO documents (capture_id, text, text_sha256) VALUES (?1, char(?1), ?2)",
                "INSERT INTO wordings VALUES (?1, ?2, 1, 0)",
            ] {
                transaction.execute(sql, rusqlite::params![u32::from(sign), hash]).unwrap();
            }
        }
        transaction.commit().unwrap();
        migrate(&mut connection, Path::new(":memory:")).unwrap();
        let mut rows = connection.prepare("SELECT capture_id FROM wordings WHERE in_parts = 1 ORDER BY 1").unwrap();
        let found: Vec<u32> = rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let expected: Vec<u32> = ends.filter(|sign| script::has_parts(&sign.to_string())).map(u32::from).collect();
        assert_eq!(found, expected);
        connection
            .execute_batch(
                "INSERT INTO article_search_parts (article_search_parts, rank) VALUES ('integrity-check', 1)",
            )
            .unwrap();
    }
}
