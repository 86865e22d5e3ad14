//! All files of a folder and of the folders in it, in the order of names. Links are followed; one that leads back into a
//! folder on the way to it is told and left.

use std::path::{Path, PathBuf};
use std::{fs, vec};

use super::Refusal;
use super::archivebox::{self, Snapshot};
use crate::folder::{self, Entry, Kind};

/// The files one after the other, and what could not be looked into.
pub struct Walk {
    /// The folders from the outermost to the one that is read.
    way: Vec<Folder>,
    /// What is told before anything else.
    refusal: Option<Refusal>,
}

struct Folder {
    path: PathBuf,
    rest: vec::IntoIter<Entry>,
}

impl Walk {
    /// The files of `folder`.
    pub fn new(folder: &Path) -> Self {
        let mut walk = Self { way: Vec::new(), refusal: None };
        walk.refusal = walk.enter(folder.to_owned()).err();
        walk
    }

    fn enter(&mut self, path: PathBuf) -> Result<(), Refusal> {
        let path = archivebox::snapshots(path);
        match folder::list(&path) {
            Ok(entries) => {
                self.way.push(Folder { path, rest: entries.into_iter() });
                Ok(())
            }
            Err(cause) => {
                let reason = format!("it cannot be listed, and nothing of it was read: {cause}");
                Err(Refusal::new(path.display().to_string(), reason))
            }
        }
    }

    /// What a link leads to.
    fn follow(&self, path: &Path) -> Result<Kind, Refusal> {
        let refusal = |reason: String| Refusal::new(path.display().to_string(), reason);
        let metadata = fs::metadata(path).map_err(|cause| refusal(format!("it cannot be read: {cause}")))?;
        if metadata.is_file() {
            return Ok(Kind::File);
        }
        if !metadata.is_dir() {
            return Ok(Kind::Other);
        }
        let place =
            |path: &Path| fs::canonicalize(path).map_err(|cause| refusal(format!("it cannot be read: {cause}")));
        let target = place(path)?;
        for above in &self.way {
            if place(&above.path)? == target {
                return Err(refusal(format!("it is a link that leads back to {}", above.path.display())));
            }
        }
        Ok(Kind::Folder)
    }

    fn open(&mut self, path: PathBuf, kind: Kind) -> Result<Option<PathBuf>, Refusal> {
        match if kind == Kind::Link { self.follow(&path)? } else { kind } {
            Kind::File => Ok(Some(path)),
            Kind::Folder => match Snapshot::of(&path) {
                Some(snapshot) => snapshot.page().map(Some),
                None => self.enter(path).map(|()| None),
            },
            Kind::Link | Kind::Other => Ok(None),
        }
    }
}

impl Iterator for Walk {
    type Item = Result<PathBuf, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(refusal) = self.refusal.take() {
            return Some(Err(refusal));
        }
        while let Some(innermost) = self.way.last_mut() {
            let Some(Entry { name, kind }) = innermost.rest.next() else {
                self.way.pop();
                continue;
            };
            let path = innermost.path.join(name);
            if let Some(item) = self.open(path, kind).transpose() {
                return Some(item);
            }
        }
        None
    }
}
