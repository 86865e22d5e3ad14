//! From what a person names (files, folders, standard input) to captures, one after the other, so that a folder of any
//! size fits. The only stage that reads files. What cannot be read is named with its reason and does not stop the rest.

mod files;
mod given;
pub mod json_lines;
mod origin;
pub mod sidecar;
mod standard_input;

pub use files::Files;
pub use given::Given;
pub use origin::Origins;
pub use standard_input::InputType;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::iter;
use std::path::{Path, PathBuf};

use url::Url;

use crate::capture::{Capture, MediaType};
use crate::fetch::{self, Fetcher};

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
    /// How many files in the named folders are of kinds that are not read, by the ending of their names.
    pub fn left_aside(&self) -> BTreeMap<String, usize> {
        Files::new(self.paths.clone()).left_aside()
    }

    /// How many articles are named, to measure progress by; `None` where only reading tells (standard input, JSON Lines).
    pub fn count(&self) -> Option<u64> {
        Files::new(self.paths.clone()).flatten().try_fold(0, |count, path| {
            let tells = path != Path::new("-") && !json_lines::is_json_lines(&path);
            tells.then_some(count + 1)
        })
    }
}

/// What could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The file, folder or line.
    pub object: String,
    /// Why, as a sentence that begins with "it".
    pub reason: String,
}

/// The captures of a request, in the order of its paths and of the names in each folder.
pub struct Intake {
    request: Request,
    origins: Origins,
    files: Files,
    lines: Option<json_lines::Lines<Box<dyn BufRead + Send>>>,
    fetcher: Option<Fetcher>,
}

impl Intake {
    /// Origins are written relative to `archive_folder` where they lie inside it.
    pub fn new(request: Request, archive_folder: &Path) -> Self {
        let files = Files::new(request.paths.clone());
        Self { request, origins: Origins::new(archive_folder), files, lines: None, fetcher: None }
    }

    fn open(&mut self, path: &Path) -> Option<Result<Capture, Refusal>> {
        if path == Path::new("-") {
            return self.open_standard_input();
        }
        if let Some(url) = path.to_str().and_then(page_of) {
            return Some(self.fetch(&url));
        }
        let refused = |reason: String| Some(Err(Refusal { object: path.display().to_string(), reason }));
        let origin = match self.origins.of(path) {
            Ok(origin) => origin,
            Err(error) => return refused(cannot_read(&error)),
        };
        if json_lines::is_json_lines(path) {
            return match File::open(path) {
                Ok(file) => self.begin_lines(Box::new(BufReader::new(file)), origin),
                Err(error) => refused(cannot_read(&error)),
            };
        }
        match read_article(path, origin, self.request.largest, &self.request.given) {
            Ok(capture) => Some(Ok(capture)),
            Err(reason) => refused(reason),
        }
    }

    fn fetch(&mut self, url: &Url) -> Result<Capture, Refusal> {
        let settings = &self.request.fetch;
        let fetcher = self.fetcher.get_or_insert_with(|| Fetcher::new(settings.clone()));
        let answer = fetcher.fetch(url);
        let way = answer.way().map_or_else(String::new, |way| format!("{way}: "));
        let refused = |reason: String| Refusal { object: url.to_string(), reason };
        let page = answer.page.map_err(|(_, reason)| refused(format!("{way}{reason}")))?;
        let given = self.request.given.beside(None).map_err(refused)?;
        Ok(Capture::new(url.as_str(), page.media_type, page.bytes, given))
    }

    fn open_standard_input(&mut self) -> Option<Result<Capture, Refusal>> {
        let mut reader = BufReader::new(io::stdin());
        let refused = |reason: String| Some(Err(Refusal { object: "standard input".to_owned(), reason }));
        let input_type = match self.request.input_type {
            Some(input_type) => input_type,
            None => match reader.fill_buf() {
                Ok(beginning) => InputType::of(beginning),
                Err(error) => return refused(cannot_read(&error)),
            },
        };
        let Some(media_type) = input_type.media_type() else {
            return self.begin_lines(Box::new(reader), "stdin:".to_owned());
        };
        match read_limited(reader, self.request.largest) {
            Ok(bytes) => {
                let given = match self.request.given.beside(None) {
                    Ok(given) => given,
                    Err(reason) => return refused(reason),
                };
                let mut capture = Capture::new(String::new(), media_type, bytes, given);
                capture.origin = format!("stdin:{}", capture.sha256);
                Some(Ok(capture))
            }
            Err(reason) => refused(reason),
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
            if let Some(lines) = &mut self.lines {
                match lines.next() {
                    Some(line) => return Some(line),
                    None => self.lines = None,
                }
            }
            match self.files.next()? {
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

/// Reads the captures of one file, one after the other: one for an article, one for each line of JSON Lines. What cannot
/// be read is a sentence that says why.
pub fn read_file(path: &Path, origin: &str) -> Box<dyn Iterator<Item = Result<Capture, String>>> {
    let (unlimited, given) = (u64::MAX, Given::default());
    if !json_lines::is_json_lines(path) {
        return Box::new(iter::once(read_article(path, origin.to_owned(), unlimited, &given)));
    }
    match File::open(path) {
        Ok(file) => {
            let lines = json_lines::Lines::new(BufReader::new(file), origin.to_owned(), unlimited, given);
            Box::new(lines.map(|line| line.map_err(|refusal| format!("{}: {}", refusal.object, refusal.reason))))
        }
        Err(error) => Box::new(iter::once(Err(cannot_read(&error)))),
    }
}

fn read_article(path: &Path, origin: String, largest: u64, given: &Given) -> Result<Capture, String> {
    let file = File::open(path).map_err(|error| cannot_read(&error))?;
    let length = file.metadata().map_err(|error| cannot_read(&error))?.len();
    if length > largest {
        return Err(too_large(largest));
    }
    let bytes = read_limited(file, largest)?;
    let media_type = MediaType::from_path(path).unwrap_or(MediaType::PlainText);
    let given = given.beside(sidecar::beside(path)?)?;
    Ok(Capture::new(origin, media_type, bytes, given))
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
