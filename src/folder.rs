//! What lies in a folder. Rust's standard library panics where a folder that it listed cannot be closed, as on a failing
//! disk; here whatever goes wrong with the listing is an error, and closing is not asked about: nothing was written.

use std::ffi::OsString;
use std::io;
use std::path::Path;

/// What a name in a folder stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A link, which may lead to anything.
    Link,
    /// A device, a pipe or the like.
    Other,
}

/// One thing in a folder.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name there.
    pub name: OsString,
    /// What it is.
    pub kind: Kind,
}

/// All that lies in a folder, by name; an error where not all of it can be told.
#[cfg(unix)]
pub fn list(folder: &Path) -> io::Result<Vec<Entry>> {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    use rustix::fs::{Dir, FileType, Mode, OFlags};

    let opened = rustix::fs::open(folder, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
    let mut entries = Vec::new();
    for entry in Dir::new(opened)? {
        let entry = entry?;
        let name = entry.file_name().to_bytes();
        if name == b"." || name == b".." {
            continue;
        }
        let name = OsStr::from_bytes(name).to_owned();
        let kind = match entry.file_type() {
            FileType::RegularFile => Kind::File,
            FileType::Directory => Kind::Folder,
            FileType::Symlink => Kind::Link,
            // Some file systems do not say it in the listing.
            FileType::Unknown => kind(std::fs::symlink_metadata(folder.join(&name))?.file_type()),
            _ => Kind::Other,
        };
        entries.push(Entry { name, kind });
    }
    entries.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(entries)
}

/// All that lies in a folder, by name; an error where not all of it can be told.
#[cfg(not(unix))]
pub fn list(folder: &Path) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        entries.push(Entry { name: entry.file_name(), kind: kind(entry.file_type()?) });
    }
    entries.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(entries)
}

fn kind(of: std::fs::FileType) -> Kind {
    match of {
        of if of.is_file() => Kind::File,
        of if of.is_dir() => Kind::Folder,
        of if of.is_symlink() => Kind::Link,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_folder_is_listed_by_name() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.txt", "a.txt", "c"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        fs::create_dir(folder.path().join("b")).unwrap();
        let listed: Vec<_> = list(folder.path()).unwrap().into_iter().map(|entry| (entry.name, entry.kind)).collect();
        let wanted = [("a.txt", Kind::File), ("b", Kind::Folder), ("b.txt", Kind::File), ("c", Kind::File)];
        assert_eq!(listed, wanted.map(|(name, kind)| (name.into(), kind)));
        assert!(list(&folder.path().join("none")).is_err());
        assert!(list(&folder.path().join("c")).is_err());
    }
}
