//! Where an export goes. A file or folder gets its name only when it is whole: it is written under another one beside it,
//! brought to the disk and renamed. What is there already is left alone unless somebody asks for it to be replaced, and of a
//! folder only the files of the same names are.

mod hashed_file;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use hashed_file::{HashedFile, Written};

use crate::{Error, Result};

/// A file or folder that is being written; it is removed again unless it is put in its place.
struct Unfinished {
    path: PathBuf,
    target: PathBuf,
}

impl Unfinished {
    fn beside(target: &Path) -> Self {
        let mut name = target.file_name().unwrap_or_default().to_owned();
        name.push(format!(".new-{}", std::process::id()));
        Self { path: target.with_file_name(name), target: target.to_owned() }
    }

    fn failed(&self, source: io::Error) -> Error {
        Error::WriteFile { path: self.target.clone(), source }
    }

    fn put_in_place(mut self) -> Result<()> {
        fs::rename(&self.path, &self.target).map_err(|source| self.failed(source))?;
        self.path = PathBuf::new();
        Ok(())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.path.as_os_str().is_empty() {
            let _ = fs::remove_file(&self.path);
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

/// A single file.
pub struct NewFile {
    /// What is written to.
    pub file: HashedFile,
    unfinished: Unfinished,
}

impl NewFile {
    /// Begins a file.
    ///
    /// # Errors
    /// [`Error::FileExists`] where something is at `target` and is not to be replaced.
    pub fn create(target: &Path, replace: bool) -> Result<Self> {
        if target.is_dir() {
            return Err(Error::FileExists { path: target.to_owned(), remedy: "it is a folder; name a file with --to" });
        }
        if !replace && target.symlink_metadata().is_ok() {
            let remedy = "name another with --to, or replace it with --force";
            return Err(Error::FileExists { path: target.to_owned(), remedy });
        }
        let unfinished = Unfinished::beside(target);
        let file = HashedFile::create(&unfinished.path).map_err(|source| unfinished.failed(source))?;
        Ok(Self { file, unfinished })
    }

    /// Brings it to the disk and gives it its name.
    pub fn put_in_place(self) -> Result<Written> {
        let written = self.file.finish().map_err(|source| self.unfinished.failed(source))?;
        self.unfinished.put_in_place()?;
        Ok(written)
    }
}

/// A folder of files.
pub struct NewFolder {
    unfinished: Unfinished,
    names: Vec<String>,
}

impl NewFolder {
    /// Begins a folder.
    ///
    /// # Errors
    /// [`Error::FileExists`] where a folder with something in it is at `target` and is not to be replaced, or a file is.
    pub fn create(target: &Path, replace: bool) -> Result<Self> {
        if target.symlink_metadata().is_ok() && !target.is_dir() {
            return Err(Error::FileExists { path: target.to_owned(), remedy: "it is a file; name a folder with --to" });
        }
        let unfinished = Unfinished::beside(target);
        let is_empty = |mut entries: fs::ReadDir| entries.next().is_none();
        if !replace && fs::read_dir(target).is_ok_and(|entries| !is_empty(entries)) {
            let remedy = "name a new folder with --to, or write over the export that is in this one with --force";
            return Err(Error::FileExists { path: target.to_owned(), remedy });
        }
        fs::create_dir_all(&unfinished.path).map_err(|source| unfinished.failed(source))?;
        Ok(Self { unfinished, names: Vec::new() })
    }

    /// Writes one more file.
    pub fn write(&mut self, name: &str, writer: impl FnOnce(&mut HashedFile) -> Result<()>) -> Result<Written> {
        let failed = |source| Error::WriteFile { path: self.unfinished.target.join(name), source };
        let mut file = HashedFile::create(&self.unfinished.path.join(name)).map_err(failed)?;
        writer(&mut file)?;
        let written = file.finish().map_err(failed)?;
        self.names.push(name.to_owned());
        Ok(written)
    }

    /// Gives it its name; where it replaces an earlier export, file by file in the order in which they were written.
    pub fn put_in_place(self) -> Result<()> {
        let target = &self.unfinished.target;
        if !target.exists() {
            return self.unfinished.put_in_place();
        }
        for name in &self.names {
            fs::rename(self.unfinished.path.join(name), target.join(name))
                .map_err(|source| Error::WriteFile { path: target.join(name), source })?;
        }
        Ok(())
    }
}
