//! From what a person names (files, folders, standard input) to captures, one after the other, so that a folder of any
//! size fits. The only stage that reads files. What cannot be read is named with its reason and does not stop the rest.

mod archivebox;
mod articles;
mod container;
mod feed;
mod files;
mod found;
mod given;
pub mod json_lines;
mod kind;
mod mailbox;
mod origin;
mod recorded;
pub mod sidecar;
mod standard_input;
mod table;
mod walk;
mod warc;

pub use articles::Articles;
pub use files::Files;
pub use found::{Found, Refusal, Weight};
pub use given::Given;
pub use origin::Origins;
pub use recorded::of_file as recorded;
pub use standard_input::InputType;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _, Seek as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use url::Url;

use crate::Error;
use crate::capture::{Capture, MediaType};
use crate::fetch::{self, Fetcher};
use crate::hash::Hash;
use kind::Kind;

/// What is to be read, and how.
#[derive(Clone, Debug)]
pub struct Request {
    /// Files, folders, addresses of pages, or `-` for standard input.
    pub paths: Vec<PathBuf>,
    /// What is said about articles that nothing else says it about.
    pub given: Given,
    /// How standard input is read; found out from its first bytes where it is not said.
    pub input_type: Option<InputType>,
    /// The size in bytes above which a file or line is refused.
    pub largest: u64,
    /// How pages are fetched.
    pub fetch: fetch::Settings,
}

impl Request {
    /// How many articles are named, to measure progress by; `None` where only reading tells (standard input, files of many articles).
    pub fn count(&self) -> Option<u64> {
        Files::new(self.paths.clone()).flatten().try_fold(0, |count, path| {
            let tells = path != Path::new("-") && MediaType::from_path(&path).is_some();
            tells.then_some(count + 1)
        })
    }
}

/// The captures of a request, in the order of its paths and of the names in each folder.
pub struct Intake {
    request: Request,
    origins: Origins,
    files: Files,
    articles: Option<Articles>,
    lines: Option<json_lines::Lines<Box<dyn BufRead + Send>>>,
    fetcher: Option<Fetcher>,
    left_aside: LeftAside,
}

/// How many things hold no articles, by a word for what they are.
pub type LeftAside = Arc<Mutex<BTreeMap<String, usize>>>;

impl Intake {
    /// Origins are written relative to `archive_folder` where they lie inside it.
    pub fn new(request: Request, archive_folder: &Path) -> Self {
        let files = Files::new(request.paths.clone());
        let left_aside = LeftAside::default();
        let origins = Origins::new(archive_folder);
        Self { request, origins, files, articles: None, lines: None, fetcher: None, left_aside }
    }

    /// What is counted as reading goes on.
    pub fn left_aside(&self) -> LeftAside {
        self.left_aside.clone()
    }

    fn open(&mut self, path: &Path) -> Option<Result<Capture, Refusal>> {
        if path == Path::new("-") {
            return self.open_standard_input();
        }
        if let Some(url) = path.to_str().and_then(page_of) {
            return Some(self.fetch(&url));
        }
        match self.origins.of(path) {
            Ok(origin) => {
                self.articles = Some(Articles::of(path, &origin, &self.request.given, self.request.largest));
                None
            }
            Err(error) => Some(Err(Refusal::new(path.display().to_string(), cannot_read(&error)))),
        }
    }

    fn leave_aside(&self, word: String) {
        *self.left_aside.lock().unwrap_or_else(PoisonError::into_inner).entry(word).or_default() += 1;
    }

    fn fetch(&mut self, url: &Url) -> Result<Capture, Refusal> {
        let settings = &self.request.fetch;
        let fetcher = self.fetcher.get_or_insert_with(|| Fetcher::new(settings.clone()));
        let answer = fetcher.fetch(url);
        let way = answer.way();
        let refused = |reason: String| Refusal::new(url.to_string(), reason);
        let page = answer.page.map_err(|(_, reason)| match &way {
            Some(way) => refused(format!("{way}: {reason}")),
            None => refused(reason),
        })?;
        let given = self.request.given.beside(None).map_err(refused)?;
        let record = page.record(answer.redirects).to_json();
        let capture = Capture::new(url.as_str(), page.media_type, page.bytes, given).recorded(record);
        Ok(Capture { way, ..capture })
    }

    fn open_standard_input(&mut self) -> Option<Result<Capture, Refusal>> {
        let mut reader = BufReader::new(io::stdin());
        let refused = |reason: String| Some(Err(Refusal::new("standard input", reason)));
        let input_type = match self.request.input_type {
            Some(input_type) => input_type,
            None => match reader.fill_buf().map(|beginning| (InputType::of(beginning), Kind::of(beginning, ""))) {
                Ok((_, kind)) if kind.word().is_some() => return self.open_kept(&mut reader),
                Ok((_, Kind::Article(media_type))) if media_type != MediaType::Html => {
                    return self.open_article(media_type, reader);
                }
                Ok((input_type, _)) => input_type,
                Err(error) => return refused(cannot_read(&error)),
            },
        };
        let Some(media_type) = input_type.media_type() else {
            return self.begin_lines(Box::new(reader), "stdin:".to_owned());
        };
        self.open_article(media_type, reader)
    }

    fn open_article(&self, media_type: MediaType, reader: impl io::Read) -> Option<Result<Capture, Refusal>> {
        let refused = |reason: String| Some(Err(Refusal::new("standard input", reason)));
        match read_limited(reader, self.request.largest) {
            Ok(bytes) => {
                let given = match self.request.given.beside(None) {
                    Ok(given) => given,
                    Err(reason) => return refused(reason),
                };
                let mut capture = Capture::new(String::new(), media_type, bytes, given);
                capture.origin = format!("stdin:{}", capture.sha256);
                Some(Ok(recorded::of(capture)))
            }
            Err(reason) => refused(reason),
        }
    }

    /// A file that holds articles is read from the beginning, or from its end: it is kept aside for that.
    fn open_kept(&mut self, reader: &mut dyn io::Read) -> Option<Result<Capture, Refusal>> {
        let kept = tempfile::tempfile().and_then(|mut file| {
            io::copy(reader, &mut file)?;
            file.rewind()?;
            let sha256 = Hash::of_reader(&mut file)?;
            file.rewind()?;
            Ok((file, sha256))
        });
        match kept {
            Ok((file, sha256)) => {
                let origin = format!("stdin:{sha256}");
                self.articles = Some(Articles::of_file(file, &origin, &self.request.given, self.request.largest));
                None
            }
            Err(error) => Some(Err(Refusal::new("standard input", cannot_read(&error)))),
        }
    }

    fn begin_lines(&mut self, reader: Box<dyn BufRead + Send>, origin: String) -> Option<Result<Capture, Refusal>> {
        self.lines = Some(json_lines::Lines::new(reader, origin, self.request.largest, self.request.given.clone()));
        None
    }
}

impl Iterator for Intake {
    type Item = Result<Capture, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(articles) = &mut self.articles {
                match articles.next() {
                    Some(Found::Article(capture)) => return Some(Ok(capture)),
                    Some(Found::Told(refusal)) => return Some(Err(refusal)),
                    Some(Found::LeftAside(word)) => self.leave_aside(word),
                    None => self.articles = None,
                }
                continue;
            }
            if let Some(lines) = &mut self.lines {
                match lines.next() {
                    Some(line) => return Some(line),
                    None => self.lines = None,
                }
            }
            let next = self.files.next();
            self.files.take_left_aside().into_iter().for_each(|word| self.leave_aside(word));
            match next? {
                Err(refusal) => return Some(Err(refusal)),
                Ok(path) => {
                    if let Some(item) = self.open(&path) {
                        return Some(item);
                    }
                }
            }
        }
    }
}

/// The address of a page, without the part that only a browser looks at, where this is one.
pub fn page_of(origin: &str) -> Option<Url> {
    let is_page = origin.starts_with("http://") || origin.starts_with("https://");
    let mut url = Url::parse(origin).ok().filter(|_| is_page)?;
    url.set_fragment(None);
    Some(url)
}

/// Reads the captures of one file, one after the other. What cannot be read is a sentence that says why.
pub fn read_file(path: &Path, origin: &str) -> impl Iterator<Item = Result<Capture, String>> {
    Articles::of(path, origin, &Given::default(), u64::MAX).filter_map({
        let origin = origin.to_owned();
        move |found| match found {
            Found::Article(capture) => Some(Ok(capture)),
            Found::Told(refusal) if refusal.weight == Weight::Refused => Some(Err(refusal.within(&origin))),
            Found::Told(_) | Found::LeftAside(_) => None,
        }
    })
}

fn read_article(
    path: &Path,
    origin: &str,
    media_type: MediaType,
    largest: u64,
    given: &Given,
) -> Result<Capture, String> {
    let file = File::open(path).map_err(|error| cannot_read(&error))?;
    let length = file.metadata().map_err(|error| cannot_read(&error))?.len();
    if length > largest {
        return Err(too_large(largest));
    }
    let bytes = read_limited(file, largest)?;
    let given = given.beside(sidecar::beside(path)?)?;
    Ok(recorded::of_file(path, Capture::new(origin, media_type, bytes, given)))
}

/// What a user says of the columns of tables, where it can be understood.
///
/// # Errors
/// A sentence that says what is wrong with it.
pub fn columns(said: &str) -> Result<String, String> {
    let pairs = said.split(',').map(str::trim).filter(|pair| !pair.is_empty());
    pairs.map(table::mapping::parse).collect::<Result<Vec<_>, _>>().map(|_| said.to_owned())
}

/// The addresses in a list: one a line, empty lines and lines that begin with `#` passed over.
pub fn listed(list: &Path) -> crate::Result<Vec<PathBuf>> {
    let text = std::fs::read_to_string(list).map_err(|source| Error::Read { path: list.to_owned(), source })?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| match page_of(line) {
            Some(_) => Ok(PathBuf::from(line)),
            None => Err(Error::Usage {
                what: format!("{} lists {line:?}, which is no http or https address", list.display()),
            }),
        })
        .collect()
}

/// Reads all, unless it is more than `largest` bytes.
fn read_limited(reader: impl io::Read, largest: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    reader.take(largest.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| cannot_read(&error))?;
    if bytes.len() as u64 > largest { Err(too_large(largest)) } else { Ok(bytes) }
}

fn cannot_read(error: &io::Error) -> String {
    format!("it cannot be read: {error}")
}

fn too_large(largest: u64) -> String {
    format!("it is larger than {} MB (raise the limit with --max-size)", largest / 1_000_000)
}
