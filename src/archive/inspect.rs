//! What is wrong with a file that will not open, or a write that failed, in words that a person can act on.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use rusqlite::{Connection, ErrorCode};

use super::schema;
use crate::error::Doing as _;
use crate::{Error, Result};

/// What every SQLite file begins with.
const SQLITE_HEADER: &[u8; 16] = b"SQLite format 3\0";

/// Refuses what cannot be an archive before SQLite touches it: nothing, a folder, an empty file, another kind of file.
pub fn file(path: &Path) -> Result<()> {
    let metadata = fs::metadata(path).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => Error::ArchiveMissing { path: path.to_owned() },
        _ => Error::Read { path: path.to_owned(), source },
    })?;
    if metadata.is_dir() {
        return Err(Error::ArchiveIsFolder { path: path.to_owned() });
    }
    if metadata.len() == 0 {
        return Err(Error::ArchiveEmpty { path: path.to_owned() });
    }
    let mut header = Vec::with_capacity(SQLITE_HEADER.len());
    File::open(path)
        .and_then(|file| file.take(SQLITE_HEADER.len() as u64).read_to_end(&mut header))
        .map_err(|source| Error::Read { path: path.to_owned(), source })?;
    if header != SQLITE_HEADER {
        return Err(Error::NotAnArchive { path: path.to_owned() });
    }
    Ok(())
}

/// Whether the header has the mark of write-ahead mode.
pub fn is_in_write_ahead_mode(path: &Path) -> Result<bool> {
    let mut header = Vec::with_capacity(20);
    File::open(path)
        .and_then(|file| file.take(20).read_to_end(&mut header))
        .map_err(|source| Error::Read { path: path.to_owned(), source })?;
    Ok(header.starts_with(SQLITE_HEADER) && header.ends_with(&[2, 2]))
}

/// The schema version of an open file, where it is an archive that this program can read or bring up to date.
pub fn version(connection: &Connection, path: &Path) -> Result<i64> {
    let number = |pragma| {
        connection
            .pragma_query_value(None, pragma, |row| row.get::<_, i64>(0))
            .map_err(|error| name_failure(path, "read the archive's header", error))
    };
    if number("application_id")? != schema::APPLICATION_ID {
        return Err(Error::NotAnArchive { path: path.to_owned() });
    }
    let found = number("user_version")?;
    let known = schema::version();
    if found > known {
        return Err(Error::ArchiveTooNew { path: path.to_owned(), found, known });
    }
    Ok(found)
}

/// Gives the failures that people meet their own names: locked, read-only, full, no database.
pub fn name_failure(path: &Path, operation: &'static str, error: rusqlite::Error) -> Error {
    let path = path.to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::ArchiveBusy { path },
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
            Error::ArchiveReadOnly { path }
        }
        Some(ErrorCode::DiskFull) => Error::DiskFull { path },
        Some(ErrorCode::NotADatabase) => Error::NotAnArchive { path },
        Some(ErrorCode::DatabaseCorrupt) => Error::ArchiveDamaged { path, source: error },
        _ => Error::Database { operation, source: error },
    }
}

/// The same for an error that already names its operation.
pub fn name_cause(path: &Path, error: Error) -> Error {
    match error {
        Error::Database { operation, source } => name_failure(path, operation, source),
        other => other,
    }
}

/// Whether a write that was cut off waits to be rolled back, which a read-only connection may not do.
pub fn needs_rollback(connection: &Connection) -> Result<bool> {
    match connection.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)) {
        Err(rusqlite::Error::SqliteFailure(failure, _))
            if failure.extended_code == rusqlite::ffi::SQLITE_READONLY_ROLLBACK =>
        {
            Ok(true)
        }
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => Ok(false),
        other => other.doing("read the archive's header").map(|_| false),
    }
}
