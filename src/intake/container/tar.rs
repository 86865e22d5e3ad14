//! Tar files, compressed or not. They are read twice: a sidecar may stand behind its article. Names that lead out of the
//! archive and links are refused by name.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek as _};
use std::path::{Component, Path};

use ::tar::{Archive, Entry, EntryType};
use flate2::bufread::MultiGzDecoder;

use super::limits::{Count, Counted, Unpacked};
use super::zip::is_hidden;
use super::{Place, Source, Stop, Walk, reason};
use crate::capture::Metadata;
use crate::intake::sidecar;

/// A sidecar is no longer than this, in bytes; all together no longer than a hundred times that.
const LONGEST_SIDECAR: u64 = 1_000_000;

type Sidecars = BTreeMap<String, Result<String, String>>;

/// Reads all members.
pub fn read(file: &File, is_compressed: bool, place: &Place, walk: &mut Walk<'_>) -> Result<(), Stop> {
    let sidecars = opened(file, is_compressed, walk).map(|reader| sidecars(&mut Archive::new(reader)));
    let (sidecars, reader) = match (sidecars, opened(file, is_compressed, walk)) {
        (Ok(sidecars), Ok(reader)) => (sidecars, reader),
        (Err(error), _) | (_, Err(error)) => return walk.refuse(&place.origin, reason(&error)),
    };
    let mut archive = Archive::new(reader);
    let entries = match archive.entries() {
        Ok(entries) => entries,
        Err(error) => return walk.refuse(&place.origin, reason(&error)),
    };
    for entry in entries {
        walk.count()?;
        match entry {
            Ok(entry) => member(entry, &sidecars, place, walk)?,
            // Where the next member begins is not known any more.
            Err(error) => {
                return walk.refuse(&place.origin, format!("it is damaged; the rest was not read: {}", reason(&error)));
            }
        }
    }
    Ok(())
}

/// The file from its beginning.
fn opened(file: &File, is_compressed: bool, walk: &Walk<'_>) -> io::Result<Box<dyn Read>> {
    let mut file = file.try_clone()?;
    file.rewind()?;
    if !is_compressed {
        return Ok(Box::new(BufReader::new(file)));
    }
    let compressed = Count::default();
    let inner = MultiGzDecoder::new(Counted::new(BufReader::new(file), compressed.clone()));
    Ok(Box::new(Unpacked::new(inner, compressed, walk.unpacked.clone(), walk.container.byte_length)))
}

fn member<R: Read>(
    mut entry: Entry<'_, R>,
    sidecars: &Sidecars,
    place: &Place,
    walk: &mut Walk<'_>,
) -> Result<(), Stop> {
    let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
    let mut inside = place.member(name.strip_prefix("./").unwrap_or(&name));
    match entry.header().entry_type() {
        EntryType::Regular | EntryType::Continuous | EntryType::GNUSparse => {}
        EntryType::Directory | EntryType::XGlobalHeader | EntryType::XHeader => return Ok(()),
        EntryType::Symlink | EntryType::Link => {
            return walk.refuse(&inside.origin, "it is a link, and links in archives are not followed");
        }
        _ => return walk.refuse(&inside.origin, "it is something else than a file"),
    }
    if leads_out(&name) {
        return walk.refuse(&inside.origin, "its name leads out of the archive");
    }
    if name.ends_with(sidecar::ENDING) {
        return Ok(());
    }
    if is_hidden(&name) {
        return walk.leave_aside("hidden files");
    }
    match sidecars.get(&name) {
        Some(Err(reason)) => return walk.refuse(&inside.origin, reason.clone()),
        Some(Ok(json)) => inside.given = Some(json.clone()),
        None => {}
    }
    walk.open(Source::Stream(&mut entry), &inside)
}

fn leads_out(name: &str) -> bool {
    Path::new(name).components().any(|part| !matches!(part, Component::Normal(_) | Component::CurDir))
}

/// The sidecars, by the names of the articles beside which they stand. What cannot be read is found again by the second reading.
fn sidecars<R: Read>(archive: &mut Archive<R>) -> Sidecars {
    let mut sidecars = Sidecars::new();
    let mut length = 0;
    let Ok(entries) = archive.entries() else { return sidecars };
    for entry in entries {
        let Ok(entry) = entry else { break };
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let Some(article) = name.strip_suffix(sidecar::ENDING) else { continue };
        let mut json = String::new();
        let read = entry.take(LONGEST_SIDECAR).read_to_string(&mut json).map_err(|error| error.to_string());
        let checked = read.and_then(|_| Metadata::from_json(&json).map(|_| ()));
        length += json.len() as u64;
        if length > LONGEST_SIDECAR * 100 {
            break;
        }
        let found = checked.map(|()| json).map_err(|reason| format!("its sidecar is unusable: {reason}"));
        sidecars.insert(article.to_owned(), found);
    }
    sidecars
}
