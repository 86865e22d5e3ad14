//! A file that is hashed while it is written.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::hash::Hash;

/// What is kept back before it goes to the disk.
const BUFFER: usize = 1 << 16;

/// A file that is being written.
pub struct HashedFile {
    file: BufWriter<File>,
    hasher: Sha256,
    bytes: u64,
}

/// How long a file is, and its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// How many bytes.
    pub bytes: u64,
    /// SHA-256 of them.
    pub sha256: Hash,
}

impl HashedFile {
    /// Makes a file, or empties one that is there.
    pub fn create(path: &Path) -> io::Result<Self> {
        let file = BufWriter::with_capacity(BUFFER, File::create(path)?);
        Ok(Self { file, hasher: Sha256::new(), bytes: 0 })
    }

    /// Brings what was written to the disk.
    pub fn finish(mut self) -> io::Result<Written> {
        self.file.flush()?;
        self.file.get_ref().sync_all()?;
        Ok(Written { bytes: self.bytes, sha256: Hash(self.hasher.finalize().into()) })
    }
}

impl Write for HashedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hasher.update(bytes.get(..written).unwrap_or_default());
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
