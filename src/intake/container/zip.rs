//! Zip files. Members are read in their order; a name that leads out of the archive, a link and an encrypted member are
//! refused by name. `NAME.meta.json` beside `NAME` is its sidecar, as in a folder.

use std::fs::File;
use std::io::{self, BufReader, Read as _};

use ::zip::ZipArchive;

use super::limits::{Count, Unpacked};
use super::{Place, Source, Stop, Walk, wacz};
use crate::capture::Metadata;
use crate::intake::sidecar;

/// A sidecar is no longer than this, in bytes.
const LONGEST_SIDECAR: u64 = 1_000_000;

/// An open zip file.
pub type Zip = ZipArchive<BufReader<File>>;

/// Reads all members.
pub fn read(file: File, place: &Place, walk: &mut Walk<'_>) -> Result<(), Stop> {
    let mut zip = match ZipArchive::new(BufReader::new(file)) {
        Ok(zip) => zip,
        Err(error) => return walk.refuse(&place.origin, format!("it is a damaged zip file: {error}")),
    };
    if wacz::is(&zip) {
        return wacz::read(&mut zip, place, walk);
    }
    for index in 0..zip.len() {
        walk.count()?;
        member(&mut zip, index, place, walk)?;
    }
    Ok(())
}

/// The word for what a zip file is.
pub fn word(file: &File) -> io::Result<&'static str> {
    let is_wacz = ZipArchive::new(BufReader::new(file.try_clone()?)).is_ok_and(|zip| wacz::is(&zip));
    Ok(if is_wacz { "wacz" } else { "zip" })
}

/// Reads one member.
pub fn member(zip: &mut Zip, index: usize, place: &Place, walk: &mut Walk<'_>) -> Result<(), Stop> {
    let name = match zip.name_for_index(index) {
        Some(Ok(name)) => name.into_owned(),
        _ => return walk.refuse(&format!("{}!member {}", place.origin, index + 1), "its name cannot be read"),
    };
    if name.ends_with('/') || name.ends_with(sidecar::ENDING) {
        return Ok(());
    }
    let mut inside = place.member(&name);
    match beside(zip, &name) {
        Ok(given) => inside.given = given,
        Err(reason) => return walk.refuse(&inside.origin, reason),
    }
    let member = match zip.by_index(index) {
        Ok(member) => member,
        Err(error) => return walk.refuse(&inside.origin, format!("it cannot be unpacked: {error}")),
    };
    if member.enclosed_name().is_none() {
        return walk.refuse(&inside.origin, "its name leads out of the archive");
    }
    if member.is_symlink() {
        return walk.refuse(&inside.origin, "it is a link, and links in archives are not followed");
    }
    if is_hidden(&name) {
        return walk.leave_aside("hidden files");
    }
    let compressed = Count::of(member.compressed_size());
    let mut unpacked = Unpacked::new(member, compressed, walk.unpacked.clone(), walk.container.byte_length);
    walk.open(Source::Stream(&mut unpacked), &inside)
}

/// The sidecar of a member.
fn beside(zip: &mut Zip, name: &str) -> Result<Option<String>, String> {
    let Some(index) = zip.index_for_name(&format!("{name}{}", sidecar::ENDING)) else { return Ok(None) };
    let unusable = |reason: String| format!("its sidecar is unusable: {reason}");
    let member = zip.by_index(index).map_err(|error| unusable(error.to_string()))?;
    let mut json = String::new();
    member.take(LONGEST_SIDECAR).read_to_string(&mut json).map_err(|error| unusable(error.to_string()))?;
    Metadata::from_json(&json).map_err(unusable)?;
    Ok(Some(json))
}

/// Whether a file or one of its folders is hidden, or what macOS adds to packages.
pub fn is_hidden(name: &str) -> bool {
    name.split('/').any(|part| part.starts_with('.') && part != "." || part == "__MACOSX")
}
