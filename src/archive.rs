//! The archive file. This layer alone writes it; reading goes through a connection that cannot write.

pub mod store;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction};

use crate::Result;

/// An open archive.
pub struct Archive {
    connection: Connection,
    path: PathBuf,
}

impl Archive {
    /// Opens an existing archive for reading only; it is never created or changed.
    pub fn open_to_read(_path: &Path) -> Result<Self> {
        unimplemented!()
    }

    /// Opens an archive for writing; makes it where nothing is, and brings an older one up to date.
    pub fn open_to_write(_path: &Path) -> Result<Self> {
        unimplemented!()
    }

    /// A new archive in memory, with schema and vocabulary: what the file's schema is compared with.
    pub fn in_memory() -> Result<Self> {
        unimplemented!()
    }

    /// The archive's path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs a reader.
    pub fn read<T>(&self, reader: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        reader(&self.connection)
    }

    /// Runs a writer inside one transaction: all or nothing.
    pub fn write<T>(&mut self, _writer: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        unimplemented!()
    }
}
