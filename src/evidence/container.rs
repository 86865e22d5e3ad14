//! Packages as people hand them on: a zip file with one folder in it, or that folder unpacked. A package from elsewhere is
//! hostile input: it is read into memory, never unpacked to disk, and no further than to a limit.

use std::fs::{self, File};
use std::io::{Cursor, Read, Seek, Write as _};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::bag::Files;
use crate::folder::{Entry, Kind, list};
use crate::{Error, Result};

/// Packages that unpack to more bytes are not read.
const MOST_BYTES: u64 = 1 << 30;
/// Packages with more files are not read.
const MOST_FILES: usize = 10_000;
/// What some systems add to a zip file.
const ADDED_BY_SYSTEMS: &str = "__MACOSX/";

/// Packs the files into a zip file under one folder. `now` (UTC) is the time of each.
pub fn pack(files: &Files, folder: &str, now: &str) -> std::result::Result<Vec<u8>, zip::result::ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(time(now).unwrap_or_default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer.start_file(format!("{folder}/{path}"), options)?;
        writer.write_all(bytes)?;
    }
    writer.finish().map(Cursor::into_inner)
}

/// Reads a package, packed or not.
pub fn read(path: &Path) -> Result<Files> {
    let refused = |reason: String| Error::NotAsGiven {
        path: path.to_owned(),
        reason,
        remedy: "give the zip file that `dossier prove` made, or the folder that was in it",
    };
    let cannot = |source| Error::Read { path: path.to_owned(), source };
    let metadata = fs::metadata(path).map_err(cannot)?;
    let mut files = Files::new();
    if metadata.is_dir() {
        let mut left = MOST_BYTES;
        read_folder(path, "", &mut files, &mut left).map_err(refused)?;
    } else {
        let file = File::open(path).map_err(cannot)?;
        read_zip(file, &mut files).map_err(refused)?;
    }
    if files.is_empty() { Err(refused("holds no files".to_owned())) } else { Ok(files) }
}

fn read_zip(file: impl Read + Seek, files: &mut Files) -> std::result::Result<(), String> {
    let unreadable = |error: zip::result::ZipError| format!("is no sound zip file ({error})");
    let mut zip = ZipArchive::new(file).map_err(unreadable)?;
    let mut left = MOST_BYTES;
    let mut folder: Option<String> = None;
    for number in 0..zip.len() {
        let entry = zip.by_index(number).map_err(unreadable)?;
        let name = entry.name().map_err(unreadable)?.into_owned();
        if entry.is_dir() || name.starts_with(ADDED_BY_SYSTEMS) {
            continue;
        }
        let Some((top, path)) = name.split_once('/').filter(|(top, path)| is_plain(top) && is_plain(path)) else {
            return Err(format!("holds a file at a place where none belongs: {name:?}"));
        };
        if folder.get_or_insert_with(|| top.to_owned()) != top {
            return Err(format!("holds more than one folder: {top:?} too"));
        }
        let bytes = read_limited(entry, &mut left)?;
        if files.insert(path.to_owned(), bytes).is_some() {
            return Err(format!("holds {path:?} twice"));
        }
        if files.len() > MOST_FILES {
            return Err(format!("holds more than {MOST_FILES} files"));
        }
    }
    Ok(())
}

fn read_folder(folder: &Path, above: &str, files: &mut Files, left: &mut u64) -> std::result::Result<(), String> {
    let unreadable = |error: std::io::Error| format!("cannot be read ({error})");
    for Entry { name, kind } in list(folder).map_err(unreadable)? {
        let path = format!("{above}{}", name.to_string_lossy());
        match kind {
            Kind::Folder => read_folder(&folder.join(name), &format!("{path}/"), files, left)?,
            Kind::File => {
                let file = File::open(folder.join(name)).map_err(unreadable)?;
                files.insert(path, read_limited(file, left)?);
            }
            Kind::Link | Kind::Other => return Err(format!("holds {path:?}, which is no file")),
        }
        if files.len() > MOST_FILES {
            return Err(format!("holds more than {MOST_FILES} files"));
        }
    }
    Ok(())
}

fn read_limited(reader: impl Read, left: &mut u64) -> std::result::Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    // One byte more tells that there is more.
    reader
        .take(*left + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("holds a file that cannot be read ({error})"))?;
    *left = left
        .checked_sub(bytes.len() as u64)
        .ok_or_else(|| format!("unpacks to more than {} MB", MOST_BYTES / 1_000_000))?;
    Ok(bytes)
}

/// Whether a path is relative and stays below where it begins.
fn is_plain(path: &str) -> bool {
    !path.is_empty() && !path.contains('\\') && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

fn time(now: &str) -> Option<DateTime> {
    let number = |from: usize, to: usize| now.get(from..to)?.parse::<u8>().ok();
    let year = now.get(..4)?.parse().ok()?;
    DateTime::from_date_and_time(year, number(5, 7)?, number(8, 10)?, number(11, 13)?, number(14, 16)?, number(17, 19)?)
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zip_with(names: &[&str]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for name in names {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(b"x").unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn read_bytes(bytes: Vec<u8>) -> std::result::Result<Files, String> {
        let mut files = Files::new();
        read_zip(Cursor::new(bytes), &mut files).map(|()| files)
    }

    #[test]
    fn what_is_packed_is_read_again() {
        let files = Files::from([("a.txt".to_owned(), b"one".to_vec()), ("data/b".to_owned(), vec![0; 5000])]);
        let packed = pack(&files, "evidence", "2024-05-06T07:08:09Z").unwrap();
        assert_eq!(read_bytes(packed.clone()), Ok(files.clone()));
        assert_eq!(packed, pack(&files, "evidence", "2024-05-06T07:08:09Z").unwrap(), "twice the same");
    }

    #[test]
    fn what_is_in_the_wrong_place_is_refused() {
        for names in [&["a.txt"][..], &["bag/../../a"], &["/a/b"], &["bag/a\\b"], &["one/a", "two/b"]] {
            assert!(read_bytes(zip_with(names)).is_err(), "{names:?}");
        }
        assert!(read_bytes(zip_with(&["bag/a", "__MACOSX/bag/._a"])).is_ok());
        assert!(read_bytes(b"no zip".to_vec()).is_err());
    }

    #[test]
    fn no_file_is_read_beyond_the_limit() {
        let mut left = 10;
        assert!(read_limited(&[0; 10][..], &mut left).is_ok());
        assert_eq!(left, 0);
        assert!(read_limited(&[0; 1][..], &mut left).is_err());
    }
}
