//! Reading files again. A file that is missing is gone only where its folder is there with something in it: a disk that
//! is not mounted leaves no folder, or an empty one, and then nothing is known.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use super::held::{File, Held};
use super::outcome::Outcome;
use super::read::Found;
use crate::capture::{Capture, Record};
use crate::folder;
use crate::intake::{self, Articles, Given, Weight, sidecar};

/// What is there now of everything that is held from a file.
pub fn read(file: File, largest: u64) -> Vec<(Held, Found)> {
    let is_container = file.held.iter().any(|held| held.container.is_some() || held.origin != file.origin);
    let opened = match open(&file.path) {
        Ok(opened) => opened,
        Err((outcome, reason)) => {
            return file.held.into_iter().map(|held| (held, Found::nothing(outcome, reason.clone()))).collect();
        }
    };
    if is_container {
        return articles(file, largest);
    }
    let found = |held: &Held| article(&opened, &file.path, held, largest);
    file.held.iter().map(|held| (held.clone(), found(held))).collect()
}

fn open(path: &Path) -> Result<fs::File, (Outcome, String)> {
    let opened = fs::File::open(path).and_then(|file| file.metadata().map(|metadata| (file, metadata)));
    match opened {
        Ok((file, metadata)) if metadata.is_file() => Ok(file),
        Ok(_) => Err((Outcome::Unreadable, "there is something else than a file at its path".to_owned())),
        Err(error) => Err(why_not(path, &error)),
    }
}

fn why_not(path: &Path, error: &io::Error) -> (Outcome, String) {
    match error.kind() {
        io::ErrorKind::PermissionDenied => (Outcome::Blocked, format!("it may not be read: {error}")),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => missing(path),
        _ => (Outcome::Unreachable, format!("it cannot be read: {error}")),
    }
}

fn missing(path: &Path) -> (Outcome, String) {
    let folder = path.parent().unwrap_or(path);
    match folder::list(folder).map(|entries| !entries.is_empty()) {
        Ok(true) => (Outcome::Gone, "there is no such file, and its folder is there".to_owned()),
        Ok(false) => {
            (Outcome::Unreachable, "its folder is empty; if it is on another disk, is that mounted?".to_owned())
        }
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            (Outcome::Blocked, format!("its folder may not be read: {error}"))
        }
        Err(_) => {
            (Outcome::Unreachable, "its folder is not there; if it is on another disk, is that mounted?".to_owned())
        }
    }
}

fn article(mut file: &fs::File, path: &Path, held: &Held, largest: u64) -> Found {
    let mut bytes = Vec::new();
    if let Err(error) = file.by_ref().take(largest.saturating_add(1)).read_to_end(&mut bytes) {
        return Found::nothing(Outcome::Unreachable, format!("it cannot be read: {error}"));
    }
    if bytes.len() as u64 > largest {
        return too_large(largest);
    }
    match sidecar::beside(path).and_then(|sidecar| Given::again(held.given.as_deref(), sidecar)) {
        Ok(given) => {
            let capture = Capture::new(held.origin.clone(), held.media_type, bytes, given);
            Found::Capture(intake::recorded(path, capture), None)
        }
        Err(reason) => Found::nothing(Outcome::Unreadable, reason),
    }
}

fn too_large(largest: u64) -> Found {
    Found::nothing(Outcome::Unreadable, format!("it is larger than {} MB (--max-size)", largest / 1_000_000))
}

/// One pass through the file; an article that is missing is gone only where everything else could be read.
fn articles(file: File, largest: u64) -> Vec<(Held, Found)> {
    let mut wanted: BTreeMap<String, Held> = file.held.into_iter().map(|held| (held.origin.clone(), held)).collect();
    let mut found = Vec::new();
    let mut refused = None;
    let columns = wanted.values().find_map(|held| Record::from_json(held.record.as_deref()?).columns);
    let columns = columns.map(|columns| columns.mapping).unwrap_or_default();
    let given = Given { columns, ..Given::default() };
    for item in Articles::of(&file.path, &file.origin, &given, largest) {
        match item {
            intake::Found::Article(mut capture) => {
                let Some(held) = wanted.remove(&capture.origin) else { continue };
                found.push(match Given::again(held.given.as_deref(), capture.given.take()) {
                    Ok(given) => (held, Found::Capture(Capture { given, ..capture }, None)),
                    Err(reason) => (held, Found::nothing(Outcome::Unreadable, reason)),
                });
            }
            intake::Found::Told(refusal) if refusal.weight == Weight::Refused => match wanted.remove(&refusal.object) {
                Some(held) => found.push((held, Found::nothing(Outcome::Unreadable, refusal.reason))),
                None => refused = refused.or(Some(refusal.to_string())),
            },
            intake::Found::Told(_) | intake::Found::LeftAside(_) => {}
        }
    }
    let (outcome, reason) = match refused {
        Some(reason) => (Outcome::Unreadable, format!("it was not found in its file, but {reason}")),
        None => (Outcome::Gone, "it is no longer in its file".to_owned()),
    };
    found.extend(wanted.into_values().map(|held| (held, Found::nothing(outcome, reason.clone()))));
    found
}
