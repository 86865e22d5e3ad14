//! Which bytes of an archive's file mean something: a walk over all pages of SQLite's file format
//! (<https://www.sqlite.org/fileformat2.html>), apart from SQLite itself. Every page must belong to exactly one table, index,
//! overflow chain or the list of free pages; every byte of it is used or is room that SQLite has left over.
//!
//! To be called while nobody writes: the file is read beside SQLite's own connection.

mod btree;
mod header;

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;

pub use header::{Field, Header};

/// What holds a page, as far as it is needed to tell one from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page of a table's or index's tree.
    Tree,
    /// The rest of a row that is too long for its page.
    Overflow,
    /// A page of the list of free pages.
    FreeList,
    /// A page that holds nothing.
    Free,
}

/// Something that does not fit: where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The page, counted from 1; 0 for the file as a whole.
    pub page: u32,
    /// What is wrong with it.
    pub what: String,
}

/// What a walk came to.
#[derive(Debug, Default)]
pub struct Walk {
    /// How long the file is.
    pub bytes: u64,
    /// How many bytes of it mean something.
    pub used: u64,
    /// What does not fit.
    pub problems: Vec<Problem>,
    kinds: Vec<Option<Kind>>,
}

impl Walk {
    /// Notes a problem, as long as there are not too many to read.
    fn problem(&mut self, page: u32, what: impl Into<String>) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(Problem { page, what: what.into() });
        }
    }

    /// Takes a page as `kind`; `false` where there is no such page or it is taken already.
    fn take(&mut self, page: u32, kind: Kind, by: &str) -> bool {
        match (page as usize).checked_sub(1).and_then(|index| self.kinds.get_mut(index)) {
            Some(held @ None) => {
                *held = Some(kind);
                true
            }
            Some(Some(_)) => {
                self.problem(page, format!("it is used twice, the second time by {by}"));
                false
            }
            None => {
                self.problem(page, format!("there is no such page, but {by} refers to it"));
                false
            }
        }
    }
}

/// How many problems are told.
const MOST_PROBLEMS: usize = 100;

/// The page on which SQLite keeps its locks, in files that reach so far.
const LOCK_BYTE: u64 = 1 << 30;

/// An open file, read by pages.
struct Pages {
    file: File,
    header: Header,
}

impl Pages {
    fn read(&mut self, page: u32) -> io::Result<Vec<u8>> {
        let size = u64::from(self.header.page_size);
        self.file.seek(SeekFrom::Start(u64::from(page.saturating_sub(1)) * size))?;
        let mut bytes = vec![0; size as usize];
        self.file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

/// Walks over all pages. `roots` are the first pages of all tables and indexes with their names; the schema's own is added.
pub fn walk(path: &Path, roots: &[(String, u32)]) -> io::Result<Walk> {
    let mut file = File::open(path)?;
    let bytes = file.metadata()?.len();
    let mut walk = Walk { bytes, ..Walk::default() };
    let Some(header) = Header::read(&mut file)? else {
        walk.problem(1, "it does not begin as an SQLite file does");
        return Ok(walk);
    };
    let size = u64::from(header.page_size);
    walk.kinds = vec![None; usize::try_from(bytes.div_ceil(size)).unwrap_or_default()];
    if bytes % size != 0 {
        walk.problem(0, format!("its length of {bytes} bytes is not a whole number of pages of {size} bytes"));
    }
    for (offset, expected, actual) in header.wrong(bytes / size) {
        walk.problem(1, format!("the header holds {actual} at byte {offset} and should hold {expected}"));
    }
    if let Some(lock_page) = walk.kinds.get_mut((LOCK_BYTE / size) as usize) {
        *lock_page = Some(Kind::Free);
    }
    let mut pages = Pages { file, header };
    let schema = ("the schema".to_owned(), 1);
    for (name, root) in std::iter::once(&schema).chain(roots) {
        btree::walk(&mut pages, name, *root, &mut walk)?;
    }
    walk_free_list(&mut pages, &mut walk)?;
    let lost: Vec<u32> = (1..).zip(&walk.kinds).filter(|(_, kind)| kind.is_none()).map(|(page, _)| page).collect();
    for page in lost {
        walk.problem(page, "nothing refers to it");
    }
    Ok(walk)
}

fn walk_free_list(pages: &mut Pages, walk: &mut Walk) -> io::Result<()> {
    let (mut trunk, said) = (pages.header.first_free_page, pages.header.free_pages);
    let mut found = 0;
    while trunk != 0 && walk.take(trunk, Kind::FreeList, "the list of free pages") {
        found += 1;
        let bytes = pages.read(trunk)?;
        let count = number(&bytes, 4) as usize;
        let most = (pages.header.usable() / 4).saturating_sub(2);
        if count > most {
            walk.problem(trunk, format!("it lists {count} free pages and has room for {most}"));
            break;
        }
        for index in 0..count {
            found += u32::from(walk.take(number(&bytes, 8 + 4 * index), Kind::Free, "the list of free pages"));
        }
        walk.used += 8 + 4 * count as u64;
        trunk = number(&bytes, 0);
    }
    if found != said {
        walk.problem(1, format!("the header counts {said} free pages, and {found} are listed"));
    }
    Ok(())
}

/// Four bytes as a number, the highest first; 0 where there are fewer.
fn number(bytes: &[u8], at: usize) -> u32 {
    let four = bytes.get(at..at + 4).and_then(|four| <[u8; 4]>::try_from(four).ok());
    four.map_or(0, u32::from_be_bytes)
}

/// Two bytes as a number.
fn short(bytes: &[u8], at: usize) -> usize {
    let two = bytes.get(at..at + 2).and_then(|two| <[u8; 2]>::try_from(two).ok());
    two.map_or(0, |two| usize::from(u16::from_be_bytes(two)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::Archive;

    /// An archive with long rows, rows that were removed and free pages, and the first pages of its tables.
    fn archive(folder: &Path) -> (std::path::PathBuf, Vec<(String, u32)>) {
        let path = folder.join("archive.db");
        let mut archive = Archive::open_to_write(&path).unwrap();
        let sql =
            "INSERT INTO blobs (sha256, byte_length, bytes) SELECT sha256, 9000, zeroblob(9000) FROM vocabulary_files;
            DELETE FROM blobs WHERE sha256 < '8'; DELETE FROM event_triggers WHERE rowid % 3 = 0";
        archive
            .write(|transaction| {
                let _: () = transaction.execute_batch(sql).unwrap();
                Ok(())
            })
            .unwrap();
        let roots = archive.read(crate::verify::file::roots).unwrap();
        (path, roots)
    }

    #[test]
    fn a_type_in_two_bytes_is_noticed_though_the_row_reads_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let (path, roots) = archive(folder.path());
        let mut bytes = std::fs::read(&path).unwrap();
        // Two columns without a value, before the text of the first one; some of these rows were removed.
        let row = b"\x00\x00verb";
        let places: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(row)).collect();
        for at in places {
            bytes[at] = 0x80;
        }
        std::fs::write(&path, bytes).unwrap();
        let problems = walk(&path, &roots).unwrap().problems;
        assert!(problems.iter().any(|problem| problem.what.contains("not written as SQLite writes")), "{problems:?}");
    }

    #[test]
    fn every_page_of_a_sound_archive_has_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let (path, roots) = archive(folder.path());
        let walked = walk(&path, &roots).unwrap();
        assert_eq!(walked.problems, []);
        assert!(walked.used < walked.bytes && walked.used > walked.bytes / 3, "{} of {}", walked.used, walked.bytes);
        assert!(walked.kinds.contains(&Some(Kind::Overflow)) && walked.kinds.contains(&Some(Kind::Free)));
    }

    #[test]
    fn what_does_not_fit_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let (path, roots) = archive(folder.path());
        let sound = std::fs::read(&path).unwrap();
        let root = roots.iter().find(|(name, _)| name == "table ingests").unwrap().1 as usize;
        let page = (root - 1) * 4096;
        for (at, byte, told) in [
            (page, 9, "its kind is 9"),
            (page + 7, 77, "bytes are left over, and it says 77"),
            (39, !sound[39], "the header counts"),
            (31, !sound[31], "the header holds"),
            (95, !sound[95], "the header holds"),
        ] {
            let mut bytes = sound.clone();
            bytes[at] = byte;
            std::fs::write(&path, bytes).unwrap();
            let problems = walk(&path, &roots).unwrap().problems;
            assert!(problems.iter().any(|problem| problem.what.contains(told)), "{told}: {problems:?}");
        }
        let without: Vec<_> = roots.iter().filter(|(name, _)| name != "table ingests").cloned().collect();
        std::fs::write(&path, &sound).unwrap();
        let problems = walk(&path, &without).unwrap().problems;
        assert!(problems.iter().all(|problem| problem.what == "nothing refers to it") && problems.len() == 1);
    }
}
