//! The archive file. This layer alone writes it; reading goes through a connection that cannot write. An archive is one
//! SQLite file in rollback-journal mode, and may come from somebody else: it is opened as hostile input.

pub mod collate;
pub mod copy;
mod create;
pub mod derivation;
pub mod derived;
mod inspect;
mod open;
pub mod pages;
mod pragmas;
pub mod rebuild;
pub mod schema;
pub mod seals;
pub mod store;
pub mod vocabulary;
pub mod vocabulary_source;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::Result;
use crate::vocabulary::user::UserFile;
use seals::Changed;

/// How many steps of SQLite's machine pass between two looks at the time.
const STEPS_BETWEEN_LOOKS: i32 = 10_000;

/// An open archive.
pub struct Archive {
    connection: Connection,
    path: PathBuf,
    changed: Changed,
}

impl Archive {
    /// Opens an existing archive for reading only; it is never created or changed.
    pub fn open_to_read(path: &Path) -> Result<Self> {
        open::to_read(path).map(|connection| Self { connection, path: path.to_owned(), changed: Changed::default() })
    }

    /// The same to look while another connection of this program writes: where that has locked readers out, a question fails
    /// at once.
    pub fn open_to_look(path: &Path) -> Result<Self> {
        let archive = Self::open_to_read(path)?;
        let set = archive.connection.busy_timeout(Duration::ZERO);
        set.map_err(|error| inspect::name_failure(path, "set up the connection", error))?;
        Ok(archive)
    }

    /// Opens an archive for checking, whatever its schema is, and returns in what that differs from what it should be.
    pub fn open_to_verify(path: &Path) -> Result<(Self, Vec<schema::Difference>)> {
        let (connection, differences) = open::to_verify(path)?;
        Ok((Self { connection, path: path.to_owned(), changed: Changed::default() }, differences))
    }

    /// Makes one file again of an archive that another program put into write-ahead mode; says whether it was.
    ///
    /// # Errors
    /// [`crate::Error::ArchiveBusy`] where that program has it open still.
    pub fn take_back(path: &Path) -> Result<bool> {
        open::take_back(path)
    }

    /// One more connection like that of [`Archive::open_to_verify`], for what is read at the same time on another thread.
    pub fn connection_to_verify(path: &Path) -> Result<Connection> {
        open::once_more_to_verify(path)
    }

    /// A connection that cannot change the archive, but may have temporary tables and views of its own. To be used only where
    /// the schema was compared before.
    pub fn connection_for_copies(path: &Path) -> Result<Connection> {
        open::for_copies(path)
    }

    /// Opens an archive for writing; makes it where nothing is, and brings an older one up to date.
    pub fn open_to_write(path: &Path) -> Result<Self> {
        Self::open_with_vocabulary(path, &[], "")
    }

    /// The same with files of words that are added to those of the program and of the archive, and stored in it. `now`
    /// is the time (UTC).
    pub fn open_with_vocabulary(path: &Path, added: &[UserFile], now: &str) -> Result<Self> {
        create::where_missing(path, added)?;
        Self::writing(open::to_write(path, added, now)?, path)
    }

    /// Opens an archive to add to it as it is: neither schema nor vocabulary are brought up to date.
    pub fn open_to_append(path: &Path) -> Result<Self> {
        Self::writing(open::to_append(path)?, path)
    }

    /// A new archive in memory, with schema and vocabulary: what the file's schema is compared with.
    pub fn in_memory() -> Result<Self> {
        let path = PathBuf::from(":memory:");
        Self::writing(create::in_memory(&path)?, &path)
    }

    fn writing(mut connection: Connection, path: &Path) -> Result<Self> {
        let changed = Changed::watch(&mut connection)
            .map_err(|error| inspect::name_failure(path, "set up the connection", error))?;
        Ok(Self { connection, path: path.to_owned(), changed })
    }

    /// The archive's path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs a reader.
    pub fn read<T>(&self, reader: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        reader(&self.connection)
    }

    /// Runs a reader whose questions are all answered from the archive as it is at one moment; what is written meanwhile waits.
    pub fn read_at_one_moment<T>(&self, reader: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        // Only reading: that it ends without a commit loses nothing.
        let _moment = self
            .connection
            .unchecked_transaction()
            .map_err(|error| inspect::name_failure(&self.path, "begin to read", error))?;
        reader(&self.connection)
    }

    /// Runs a reader that sets limits of its own on the connection, and takes them back.
    pub fn read_limited<T>(&mut self, reader: impl FnOnce(&mut Connection) -> Result<T>) -> Result<T> {
        reader(&mut self.connection)
    }

    /// Runs a reader whose questions together may take no longer than `limit`; one that takes longer fails.
    pub fn within<T>(&mut self, limit: Duration, reader: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        let path = self.path.clone();
        let failed = |error| inspect::name_failure(&path, "set up the connection", error);
        let begun = Instant::now();
        let is_over = move || begun.elapsed() > limit;
        self.connection.progress_handler(STEPS_BETWEEN_LOOKS, Some(is_over)).map_err(failed)?;
        let result = reader(self);
        self.connection.progress_handler(0, None::<fn() -> bool>).map_err(failed)?;
        result
    }

    /// Runs a writer inside one transaction: all or nothing. Where it fails, nothing of it remains.
    pub fn write<T>(&mut self, writer: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        let path = self.path.clone();
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| inspect::name_failure(&path, "begin to write", error))?;
        self.changed.take();
        let result = writer(&transaction)
            .and_then(|result| {
                let mut changed = self.changed.take().into_iter();
                changed.try_for_each(|(subject, row)| seals::seal(&transaction, subject, Some(row)))?;
                Ok(result)
            })
            .map_err(|error| inspect::name_cause(&path, error))?;
        transaction.commit().map_err(|error| inspect::name_failure(&path, "commit", error))?;
        Ok(result)
    }

    /// Makes ready for storing many articles.
    pub fn prepare_to_store(&self) -> Result<()> {
        pragmas::set_for_storing(&self.connection)
            .map_err(|error| inspect::name_failure(&self.path, "set up the connection", error))
    }

    /// Runs a writer whose removed content is overwritten with zeros, and then writes the whole file anew, so that nothing
    /// that was ever removed remains in unused pages or in unused bytes of used ones.
    pub fn erase<T>(&mut self, writer: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        let path = self.path.clone();
        pragmas::set_for_erasing(&self.connection)
            .map_err(|error| inspect::name_failure(&path, "set up the connection", error))?;
        let result = self.write(writer)?;
        self.connection
            .execute_batch("VACUUM")
            .map_err(|error| inspect::name_failure(&path, "write the file anew", error))?;
        Ok(result)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Doing as _;

    #[test]
    fn a_reader_cannot_write() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("archive.db");
        drop(Archive::open_to_write(&path).unwrap());
        let archive = Archive::open_to_read(&path).unwrap();
        archive
            .read(|connection| {
                assert!(connection.execute("INSERT INTO articles (identity) VALUES ('a')", []).is_err());
                Ok(())
            })
            .unwrap();
    }

    #[test]
    fn a_full_disk_is_named_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut archive = Archive::open_to_write(&folder.path().join("archive.db")).unwrap();
        archive.connection.pragma_update(None, "max_page_count", 1).unwrap();
        let fill = |transaction: &Transaction<'_>| {
            let sql = "INSERT INTO articles (identity) SELECT hex(randomblob(500)) FROM places";
            transaction.execute(sql, []).doing("store an article")
        };
        assert!(matches!(archive.write(fill), Err(crate::Error::DiskFull { .. })));
        let count = |connection: &Connection| {
            Ok(connection.query_row("SELECT count(*) FROM articles", [], |row| row.get::<_, i64>(0)).unwrap())
        };
        assert_eq!(archive.read(count).unwrap(), 0);
    }

    #[test]
    fn a_failed_writer_leaves_nothing() {
        let mut archive = Archive::in_memory().unwrap();
        let failed: Result<()> = archive.write(|transaction| {
            transaction.execute("INSERT INTO articles (identity) VALUES ('a')", []).unwrap();
            Err(crate::Error::Usage { what: "no".to_owned() })
        });
        assert!(failed.is_err());
        let count = |connection: &Connection| {
            Ok(connection.query_row("SELECT count(*) FROM articles", [], |row| row.get::<_, i64>(0)).unwrap())
        };
        assert_eq!(archive.read(count).unwrap(), 0);
    }
}
