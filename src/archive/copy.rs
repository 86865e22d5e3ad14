//! A copy of an archive through SQLite's own backup: whole even while others write, made under another name and then put in
//! its place, so that a copy is there whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::inspect::name_failure;
use super::{Archive, create};
use crate::{Error, Result};

/// Pages copied at a time; in between others may write, and what they write is copied too.
const PAGES: i32 = 4_096;
/// How long to wait while somebody commits.
const PAUSE: Duration = Duration::from_millis(50);
/// How often to wait for one and the same pages.
const PATIENCE: u32 = 200;

/// An unfinished copy; it is removed unless it is put in its place.
pub struct Copy {
    unfinished: PathBuf,
    target: PathBuf,
}

impl Copy {
    /// Copies the archive. `watch` is told how many pages are done, of how many.
    pub fn make(archive: &Archive, target: &Path, watch: &mut dyn FnMut(u64, u64)) -> Result<Self> {
        if target.symlink_metadata().is_ok() {
            let remedy = "name another; a backup never takes the place of an earlier one";
            return Err(Error::FileExists { path: target.to_owned(), remedy });
        }
        let copy = Self { unfinished: create::unfinished_name(target), target: target.to_owned() };
        let _ = fs::remove_file(&copy.unfinished);
        let failed = |error| name_failure(target, "write the copy", error);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(&copy.unfinished, flags).map_err(failed)?;
        connection.pragma_update(None, "synchronous", 2).map_err(failed)?;
        let backup = Backup::new(&archive.connection, &mut connection).map_err(failed)?;
        let mut waited = 0;
        loop {
            match backup.step(PAGES).map_err(failed)? {
                StepResult::Done => break,
                StepResult::More => waited = 0,
                _ if waited < PATIENCE => {
                    waited += 1;
                    std::thread::sleep(PAUSE);
                }
                _ => return Err(Error::ArchiveBusy { path: archive.path().to_owned() }),
            }
            let progress = backup.progress();
            let total = u64::try_from(progress.pagecount).unwrap_or_default();
            watch(total.saturating_sub(u64::try_from(progress.remaining).unwrap_or_default()), total);
        }
        drop(backup);
        connection.close().map_err(|(_, error)| failed(error))?;
        Ok(copy)
    }

    /// Where it is while it is unfinished.
    pub fn path(&self) -> &Path {
        &self.unfinished
    }

    /// Gives it its name.
    pub fn put_in_place(self) -> Result<()> {
        let remedy = "somebody made it in the meantime; name another";
        if create::put_in_place(&self.unfinished, &self.target)? {
            Ok(())
        } else {
            Err(Error::FileExists { path: self.target.clone(), remedy })
        }
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.unfinished);
    }
}
