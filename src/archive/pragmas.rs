//! How connections are set up. SQLite passes over unknown pragmas in silence, so that each one is read back.

use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;

/// How long to wait for another program's lock before giving up.
const PATIENCE: Duration = Duration::from_secs(5);

/// The same where much work would be lost.
const LONG_PATIENCE: Duration = Duration::from_mins(1);

/// What no archive that dossier makes comes near: whoever sends one that needs more does not get more.
const LIMITS: [(Limit, i32); 9] = [
    (Limit::SQLITE_LIMIT_LENGTH, LARGEST_VALUE), // the bytes of a row
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 1_000_000), // bytes, those of the schema too
    (Limit::SQLITE_LIMIT_COLUMN, 200),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 1_000), // and how often the tables of one question may be named, through views too
    (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 50),
    (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
    (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 1_000),
    (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
];

/// The most bytes that an article can have, and somewhat more for what is made from it.
const LARGEST_VALUE: i32 = 256 << 20;

/// Memory for pages, in KiB (negative by SQLite's convention): a batch of articles fits, so that readers are not locked out before COMMIT.
const CACHE: i64 = -64 * 1024;

/// What all connections share: nothing that an archive from elsewhere contains may run code or corrupt the file.
pub fn set_for_all(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // Statements are planned once, and not again for each value that is bound to them.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    for (limit, value) in LIMITS {
        connection.set_limit(limit, value)?;
    }
    // A page that was changed from outside must not be taken for another while it is used.
    set(connection, "cell_size_check", 1)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// A connection that answers questions.
pub fn set_for_reading(connection: &Connection) -> rusqlite::Result<()> {
    set_for_all(connection)?;
    set(connection, "query_only", 1)
}

/// A connection that checks an archive whose schema may have been altered: no view of it is ever run.
pub fn set_for_verifying(connection: &Connection) -> rusqlite::Result<()> {
    set_for_reading(connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false).map(|_| ())
}

/// A connection that copies parts of the archive into temporary tables, where also those of the full-text index are written.
pub fn set_for_copies(connection: &Connection) -> rusqlite::Result<()> {
    set_for_all(connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false).map(|_| ())
}

/// A connection that writes: every commit reaches the disk, and no row refers to what is not there.
pub fn set_for_writing(connection: &Connection) -> rusqlite::Result<()> {
    set_for_all(connection)?;
    set(connection, "synchronous", 2)?;
    set(connection, "foreign_keys", 1)?;
    set(connection, "cache_size", CACHE)
}

/// A connection that stores many articles: what is needed to leave one out again is kept in memory. Somebody may be writing an
/// export meanwhile, which is waited for.
pub fn set_for_storing(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(LONG_PATIENCE)?;
    set(connection, "temp_store", 2)
}

/// A connection that erases: deleted content is overwritten, and VACUUM may attach the database that it writes anew.
pub fn set_for_erasing(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    set(connection, "secure_delete", 1)
}

fn set(connection: &Connection, pragma: &'static str, value: i64) -> rusqlite::Result<()> {
    connection.pragma_update(None, pragma, value)?;
    let held: i64 = connection.pragma_query_value(None, pragma, |row| row.get(0))?;
    if held == value { Ok(()) } else { Err(rusqlite::Error::IntegralValueOutOfRange(0, held)) }
}
