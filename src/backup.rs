//! Backup: a copy of the archive that was verified as a copy before it gets its name. It holds the same log, and everything
//! in it is what its log and its bytes say.

use std::path::Path;

use crate::archive::Archive;
use crate::archive::copy::Copy;
use crate::log;
use crate::log::merkle;
use crate::verify::{self, Amount, Depth, Progress, Request, Verdict, Watcher};
use crate::{Error, Result};

/// How many bytes a page of an archive has, for telling how far a copy is.
const PAGE: u64 = 4_096;

/// Copies the archive at `path` to `target` and verifies the copy. A copy with findings is kept: it may be the last one.
///
/// # Errors
/// [`Error::FileExists`] where something is at `target` already; [`Error::CopyDiffers`] where the copy holds another log.
pub fn run(
    path: &Path,
    target: &Path,
    depth: Depth,
    now: &dyn Fn() -> String,
    watcher: Watcher<'_>,
) -> Result<Verdict> {
    let archive = Archive::open_to_read(path)?;
    let copy = Copy::make(&archive, target, &mut |done, total| {
        watcher(Progress { step: "copy", done: done * PAGE, total: total * PAGE, amount: Amount::Bytes });
    })?;
    let request = Request { depth, unrecorded: true, ..Request::default() };
    let verdict = verify::run(copy.path(), &request, now, watcher)?;
    if verdict.is_sound() {
        let leaves = archive.read(log::leaves)?;
        let copied = leaves.get(..verdict.log_size as usize).unwrap_or_default();
        if merkle::root(copied).to_hex() != verdict.log_root {
            return Err(Error::CopyDiffers { path: target.to_owned() });
        }
    }
    copy.put_in_place()?;
    Ok(verdict)
}
