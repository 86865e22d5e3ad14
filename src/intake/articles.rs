//! What one file gives, one after the other: the article that it is, or everything that it holds. A file that holds many is
//! read by a thread of its own, a few articles ahead.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, sync_channel};

use super::container;
use super::found::{Found, Refusal};
use super::kind::{BEGINNING, Kind};
use super::{Given, cannot_read, read_article};
use crate::capture::MediaType;

/// How many articles may wait to be taken.
const AHEAD: usize = 8;
/// As for [`crate::parallel`].
const STACK_BYTES: usize = 32 << 20;

/// The articles of a file.
pub struct Articles(Reading);

enum Reading {
    One(Option<Found>),
    Many { found: Receiver<Option<Found>>, origin: String, ended: bool },
}

impl Articles {
    /// Of the file at a path.
    pub fn of(path: &Path, origin: &str, given: &Given, largest: u64) -> Self {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match beginning(path).map(|beginning| Kind::of(&beginning, &name)) {
            Ok(kind @ (Kind::Article(_) | Kind::Other)) => {
                // What was named is read as text, whatever its ending.
                let media_type = if let Kind::Article(media_type) = kind { media_type } else { MediaType::PlainText };
                Self(Reading::One(Some(match read_article(path, origin, media_type, largest, given) {
                    Ok(capture) => Found::Article(capture),
                    Err(reason) => Found::Told(Refusal::new(origin, reason)),
                })))
            }
            Ok(_) => {
                let (path, given) = (PathBuf::from(path), given.clone());
                Self::spawn(origin, move |origin, sink| container::read(&path, origin, &given, largest, sink))
            }
            Err(error) => Self(Reading::One(Some(Found::Told(Refusal::new(origin, cannot_read(&error)))))),
        }
    }

    /// Of an open file without a name.
    pub fn of_file(file: File, origin: &str, given: &Given, largest: u64) -> Self {
        let given = given.clone();
        Self::spawn(origin, move |origin, sink| container::read_file(file, "", origin, &given, largest, sink))
    }

    fn spawn(origin: &str, read: impl FnOnce(&str, &mut dyn FnMut(Found) -> bool) + Send + 'static) -> Self {
        let (sender, found) = sync_channel(AHEAD);
        let named = origin.to_owned();
        let work = move || {
            read(&named, &mut |found| sender.send(Some(found)).is_ok());
            // Without this, a thread that failed would look like one that has finished.
            let _ = sender.send(None);
        };
        match std::thread::Builder::new().stack_size(STACK_BYTES).spawn(work) {
            Ok(_) => Self(Reading::Many { found, origin: origin.to_owned(), ended: false }),
            Err(error) => Self(Reading::One(Some(Found::Told(Refusal::new(origin, cannot_read(&error)))))),
        }
    }
}

impl Iterator for Articles {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        match &mut self.0 {
            Reading::One(found) => found.take(),
            Reading::Many { ended: true, .. } => None,
            Reading::Many { found, origin, ended } => match found.recv() {
                Ok(Some(found)) => Some(found),
                Ok(None) => {
                    *ended = true;
                    None
                }
                Err(_) => {
                    *ended = true;
                    let reason = "it brought out a fault of dossier, and the rest of it was not read; please report it";
                    Some(Found::Told(Refusal::new(origin.clone(), reason)))
                }
            },
        }
    }
}

fn beginning(path: &Path) -> io::Result<Vec<u8>> {
    let mut beginning = Vec::new();
    File::open(path)?.take(BEGINNING as u64).read_to_end(&mut beginning)?;
    Ok(beginning)
}
