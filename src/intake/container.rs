//! Files that hold articles: packages of files, web archives, mailboxes, dumps. Each is hashed before it is read; every
//! article in it becomes a capture of its own, whose origin names the file and the place in it: `all.zip!crawl.warc.gz#12`
//! is the twelfth record of a web archive in a package. Containers lie in containers, within limits.
//!
//! What is broken or refused inside is named, and what comes after it is read.

mod gzip;
pub mod limits;
mod tar;
mod wacz;
mod zip;
pub mod zstd;

use std::collections::HashSet;
use std::fs::File;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek as _};
use std::path::Path;
use std::sync::Arc;

use super::found::{Found, Refusal};
use super::kind::{self, Kind};
use super::{Given, cannot_read, feed, json_lines, mailbox, recorded, sidecar, table, too_large, warc};
use crate::capture::{Capture, Container, MediaType};
use crate::hash::Hash;
use limits::Count;

/// Nobody listens any more, or the limits of the whole file are reached: reading ends.
pub struct Stop;

/// How a file is read.
pub struct Walk<'a> {
    /// What is said of articles that say nothing themselves.
    pub given: Given,
    /// The size in bytes above which an article is refused.
    pub largest: u64,
    /// The file.
    pub container: Arc<Container>,
    /// What was unpacked so far.
    pub unpacked: Count,
    members: u64,
    names: HashSet<u64>,
    sink: &'a mut dyn FnMut(Found) -> bool,
}

/// A place in a file, or the file itself.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// The origin of what lies there.
    pub origin: String,
    /// Its name, by which its kind may be told.
    pub name: String,
    /// How many containers it lies in.
    pub depth: usize,
    /// What was said of it there, as JSON in schema.org terms.
    pub given: Option<String>,
    /// What was recorded of it there.
    pub record: Option<String>,
}

/// Bytes that are to be read.
pub enum Source<'a> {
    /// A file, which can be read from anywhere.
    File(File),
    /// Bytes that come one after the other.
    Stream(&'a mut dyn Read),
}

/// Reads a file that holds articles and tells `sink` what it comes upon, until that answers `false`.
pub fn read(path: &Path, origin: &str, given: &Given, largest: u64, sink: &mut dyn FnMut(Found) -> bool) {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let given = sidecar::beside(path).and_then(|sidecar| given.or_said(sidecar.as_deref()));
    match (File::open(path), given) {
        (Ok(file), Ok(given)) => read_file(file, &name, origin, &given, largest, sink),
        (Err(error), _) => {
            sink(Found::Told(Refusal::new(origin, cannot_read(&error))));
        }
        (_, Err(reason)) => {
            sink(Found::Told(Refusal::new(origin, reason)));
        }
    }
}

/// The same for a file that is open; its name may be empty.
pub fn read_file(
    file: File,
    name: &str,
    origin: &str,
    given: &Given,
    largest: u64,
    sink: &mut dyn FnMut(Found) -> bool,
) {
    let (file, container) = match hashed(file, origin, name) {
        Ok(found) => found,
        Err(error) => {
            sink(Found::Told(Refusal::new(origin, cannot_read(&error))));
            return;
        }
    };
    let place = Place { origin: origin.to_owned(), name: name.to_owned(), ..Place::default() };
    let (container, given) = (Arc::new(container), given.clone());
    let mut walk =
        Walk { given, largest, container, unpacked: Count::default(), members: 0, names: HashSet::new(), sink };
    // That nobody listens is no failure.
    let _: Result<(), Stop> = walk.open(Source::File(file), &place);
}

/// Hashes a file before anything reads it.
fn hashed(mut file: File, origin: &str, name: &str) -> io::Result<(File, Container)> {
    let sha256 = Hash::of_reader(&mut file)?;
    file.rewind()?;
    let kind = match Kind::of(&beginning(&mut file)?, name) {
        Kind::Zip => zip::word(&file)?,
        kind => kind.word().unwrap_or("file"),
    };
    file.rewind()?;
    let byte_length = file.metadata()?.len();
    Ok((file, Container { origin: origin.to_owned(), kind: kind.to_owned(), byte_length, sha256 }))
}

impl Walk<'_> {
    /// Reads what lies at a place, whatever it is.
    pub fn open(&mut self, source: Source<'_>, place: &Place) -> Result<(), Stop> {
        match source {
            Source::File(mut file) => {
                let beginning = beginning(&mut file).and_then(|beginning| file.rewind().map(|()| beginning));
                match beginning {
                    Ok(beginning) => match Kind::of(&beginning, &place.name) {
                        kind @ (Kind::Zip | Kind::Tar | Kind::TarGzip | Kind::WarcGzip) => self.file(kind, file, place),
                        kind => self.stream(kind, &mut BufReader::new(file), place),
                    },
                    Err(error) => self.refuse(&place.origin, cannot_read(&error)),
                }
            }
            Source::Stream(stream) => match beginning(stream) {
                Ok(beginning) => {
                    let kind = Kind::of(&beginning, &place.name);
                    let mut whole = BufReader::new(Cursor::new(beginning).chain(stream));
                    match kind {
                        Kind::Zip | Kind::Tar | Kind::TarGzip | Kind::WarcGzip => match kept(&mut whole) {
                            Ok(file) => self.file(kind, file, place),
                            Err(error) => self.refuse(&place.origin, cannot_read(&error)),
                        },
                        _ => self.stream(kind, &mut whole, place),
                    }
                }
                Err(error) => self.refuse(&place.origin, cannot_read(&error)),
            },
        }
    }

    fn file(&mut self, kind: Kind, file: File, place: &Place) -> Result<(), Stop> {
        if place.depth >= limits::DEEPEST {
            return self
                .refuse(&place.origin, format!("it lies in {} containers; deeper ones are not read", place.depth));
        }
        match kind {
            Kind::Zip => zip::read(file, place, self),
            Kind::WarcGzip => warc::read_compressed(BufReader::new(file), place, self),
            _ => tar::read(&file, kind == Kind::TarGzip, place, self),
        }
    }

    fn stream(&mut self, kind: Kind, reader: &mut dyn BufRead, place: &Place) -> Result<(), Stop> {
        match kind {
            Kind::Article(media_type) => self.article(media_type, reader, place),
            Kind::JsonLines => self.lines(reader, place),
            Kind::Warc => warc::read(reader, place, self),
            Kind::Mailbox => mailbox::read(reader, place, self),
            Kind::Feed => feed::read(reader, place, self),
            Kind::Table => table::read(reader, place, self),
            Kind::Gzip if place.depth < limits::DEEPEST => gzip::read(reader, place, self),
            Kind::Zstd if place.depth < limits::DEEPEST => zstd::read(reader, place, self),
            Kind::WarcZstd if place.depth < limits::DEEPEST => warc::read_zstd(reader, place, self),
            Kind::Gzip | Kind::Zstd | Kind::WarcZstd => self.refuse(&place.origin, "it lies too deep in containers"),
            Kind::Packed(word) => {
                self.refuse(&place.origin, format!("it is packed with {word}, which is not read; unpack it first"))
            }
            _ => self.leave_aside(match kind::ending(&place.name) {
                ending if ending.is_empty() => "without an ending".to_owned(),
                ending => format!(".{ending}"),
            }),
        }
    }

    fn article(&mut self, media_type: MediaType, reader: &mut dyn BufRead, place: &Place) -> Result<(), Stop> {
        let mut bytes = Vec::new();
        match reader.take(self.largest.saturating_add(1)).read_to_end(&mut bytes) {
            Ok(_) if bytes.len() as u64 > self.largest => self.refuse(&place.origin, too_large(self.largest)),
            Ok(_) => self.capture(media_type, bytes, place),
            Err(error) => self.refuse(&place.origin, reason(&error)),
        }
    }

    fn lines(&mut self, reader: &mut dyn BufRead, place: &Place) -> Result<(), Stop> {
        for line in json_lines::Lines::new(reader, place.origin.clone(), self.largest, self.given.clone()) {
            match line {
                Ok(capture) => {
                    self.tell(Found::Article(Capture { container: Some(self.container.clone()), ..capture }))?;
                }
                Err(refusal) => self.tell(Found::Told(refusal))?,
            }
        }
        Ok(())
    }

    /// Bytes that are an article.
    pub fn capture(&mut self, media_type: MediaType, bytes: Vec<u8>, place: &Place) -> Result<(), Stop> {
        let given = match self.given.beside(place.given.clone()) {
            Ok(given) => given,
            Err(reason) => return self.refuse(&place.origin, reason),
        };
        let capture = Capture::new(place.origin.clone(), media_type, bytes, given).recorded(place.record.clone());
        let capture = recorded::of(capture);
        self.tell(Found::Article(Capture { container: Some(self.container.clone()), ..capture }))
    }

    /// Counts a member or record.
    pub fn count(&mut self) -> Result<(), Stop> {
        self.members += 1;
        if self.members <= limits::MOST_MEMBERS {
            return Ok(());
        }
        let origin = self.container.origin.clone();
        self.refuse(&origin, format!("it holds more than {} members; the rest was not read", limits::MOST_MEMBERS))?;
        Err(Stop)
    }

    /// Whether no record of the file had this name before: the second is known by its number instead.
    pub fn is_new(&mut self, name: &str) -> bool {
        self.names.insert(BuildHasherDefault::<DefaultHasher>::default().hash_one(name))
    }

    /// Names what is not read.
    pub fn refuse(&mut self, object: &str, reason: impl Into<String>) -> Result<(), Stop> {
        self.tell(Found::Told(Refusal::new(object, reason)))
    }

    /// Counts what holds no article.
    pub fn leave_aside(&mut self, word: impl Into<String>) -> Result<(), Stop> {
        self.tell(Found::LeftAside(word.into()))
    }

    /// Tells something.
    pub fn tell(&mut self, found: Found) -> Result<(), Stop> {
        if (self.sink)(found) { Ok(()) } else { Err(Stop) }
    }
}

impl Place {
    /// A member of the container that lies here.
    pub fn member(&self, name: &str) -> Self {
        let origin = format!("{}!{name}", self.origin);
        Self { origin, name: name.to_owned(), depth: self.depth + 1, given: None, record: None }
    }

    /// A record of the container that lies here.
    pub fn record(&self, name: &str) -> Self {
        let origin = format!("{}#{name}", self.origin);
        Self { origin, name: String::new(), depth: self.depth + 1, given: None, record: None }
    }
}

/// Why reading failed, in words: limits say it themselves.
pub fn reason(error: &io::Error) -> String {
    if limits::is_bomb(error) { error.to_string() } else { cannot_read(error) }
}

fn beginning(reader: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut beginning = Vec::with_capacity(kind::BEGINNING);
    reader.take(kind::BEGINNING as u64).read_to_end(&mut beginning)?;
    Ok(beginning)
}

/// A file without a name that holds what comes from a reader: some containers are read from their end.
fn kept(reader: &mut dyn Read) -> io::Result<File> {
    let mut file = tempfile::tempfile()?;
    io::copy(reader, &mut file)?;
    file.rewind()?;
    Ok(file)
}
