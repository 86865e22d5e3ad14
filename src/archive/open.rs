//! Opening an archive that exists.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::inspect::{self, name_failure};
use super::schema::Difference;
use super::{pragmas, schema, seals, vocabulary, vocabulary_source};
use crate::vocabulary as words;
use crate::vocabulary::user::{self, UserFile};
use crate::{Error, Result};

/// Opens for reading only. A write that was cut off (a killed ingest) is rolled back first, as SQLite would do for any
/// writer: what had been committed stays as it is.
pub fn to_read(path: &Path) -> Result<Connection> {
    let connection = rolled_back(path)?;
    pragmas::set_for_reading(&connection).map_err(|error| name_failure(path, "set up the connection", error))?;
    require_current(&connection, path)?;
    schema::confirm(&connection, path, schema::version())?;
    install_words(&connection)?;
    Ok(connection)
}

/// Opens for reading only, whatever the schema is; returns in what it differs. No view of it can run.
pub fn to_verify(path: &Path) -> Result<(Connection, Vec<Difference>)> {
    let connection = rolled_back(path)?;
    pragmas::set_for_verifying(&connection).map_err(|error| name_failure(path, "set up the connection", error))?;
    require_current(&connection, path)?;
    let differences =
        schema::differences(&connection, schema::version()).map_err(|error| inspect::name_cause(path, error))?;
    if differences.iter().all(|difference| difference.name != "vocabulary_sources") {
        install_words(&connection)?;
    }
    Ok((connection, differences))
}

/// Opens what was opened to be verified once more.
pub fn once_more_to_verify(path: &Path) -> Result<Connection> {
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    pragmas::set_for_verifying(&connection).map_err(|error| name_failure(path, "set up the connection", error))?;
    Ok(connection)
}

/// Opens for reading, with room for temporary tables.
pub fn for_copies(path: &Path) -> Result<Connection> {
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    pragmas::set_for_copies(&connection).map_err(|error| name_failure(path, "set up the connection", error))?;
    Ok(connection)
}

fn rolled_back(path: &Path) -> Result<Connection> {
    inspect::file(path)?;
    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    if inspect::needs_rollback(&connection).map_err(|error| inspect::name_cause(path, error))? {
        drop(connection);
        let writer = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        inspect::version(&writer, path)?;
        drop(writer);
        connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    }
    Ok(connection)
}

fn require_current(connection: &Connection, path: &Path) -> Result<()> {
    let found = inspect::version(connection, path)?;
    let known = schema::version();
    if found < known {
        return Err(Error::ArchiveTooOld { path: path.to_owned(), found, known });
    }
    Ok(())
}

/// What is wrong with the stored words is for verify to tell; what can be read of the archive can be read without.
fn install_words(connection: &Connection) -> Result<()> {
    words::install(&vocabulary_source::in_force(connection).unwrap_or_default())
}

/// Opens for writing, brings schema and vocabulary up to date and stores the words that a user adds.
pub fn to_write(path: &Path, added: &[UserFile], now: &str) -> Result<Connection> {
    let mut connection = to_append(path)?;
    if inspect::version(&connection, path)? < schema::version() {
        schema::migrate(&mut connection, path)?;
        seals::seal_all(&connection).map_err(|error| inspect::name_cause(path, error))?;
    }
    let kept = vocabulary_source::in_force(&connection).map_err(|error| inspect::name_cause(path, error))?;
    let together = user::together(kept, added);
    words::check(&together)?;
    words::install(&together)?;
    vocabulary::refresh(&mut connection).map_err(|error| inspect::name_cause(path, error))?;
    vocabulary_source::store(&mut connection, added, now).map_err(|error| inspect::name_cause(path, error))?;
    Ok(connection)
}

/// Opens for writing an archive that stays as it is otherwise.
pub fn to_append(path: &Path) -> Result<Connection> {
    inspect::file(path)?;
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    pragmas::set_for_writing(&connection).map_err(|error| name_failure(path, "set up the connection", error))?;
    let version = inspect::version(&connection, path)?;
    schema::confirm(&connection, path, version)?;
    if connection.is_readonly("main").map_err(|error| name_failure(path, "open the archive", error))? {
        return Err(Error::ArchiveReadOnly { path: path.to_owned() });
    }
    use_rollback_journal(&connection, path)?;
    Ok(connection)
}

/// Makes one file again of an archive that another program put into write-ahead mode; says whether it was. What cannot be
/// written stays as it is.
///
/// # Errors
/// [`Error::ArchiveBusy`] where the other program has it open still.
pub fn take_back(path: &Path) -> Result<bool> {
    if !path.is_file() || !inspect::is_in_write_ahead_mode(path)? {
        return Ok(false);
    }
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    pragmas::set_for_writing(&connection).map_err(|error| name_failure(path, "set up the connection", error))?;
    inspect::version(&connection, path)?;
    match use_rollback_journal(&connection, path) {
        Err(Error::ArchiveReadOnly { .. }) => Ok(false),
        done => done.map(|()| true),
    }
}

/// Someone may have put the file into write-ahead mode; it promises to be one file.
fn use_rollback_journal(connection: &Connection, path: &Path) -> Result<()> {
    let failed = |error| name_failure(path, "use a rollback journal", error);
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).map_err(failed)?;
    if mode == "wal" {
        connection.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(())).map_err(failed)?;
    }
    Ok(())
}

fn connect(path: &Path, access: OpenFlags) -> Result<Connection> {
    Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(|error| name_failure(path, "open the archive", error))
}
