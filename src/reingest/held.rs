//! What the archive holds from each origin, sorted into what is read together: a file, the lines of a file, the pages of
//! a host.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Row};
use url::Url;

use crate::Result;
use crate::capture::MediaType;
use crate::error::Doing as _;
use crate::intake::{Origins, json_lines, page_of};

/// The newest capture from one origin.
#[derive(Clone, Debug)]
pub struct Held {
    /// Its number.
    pub capture_id: i64,
    /// The identity of its article.
    pub article: String,
    /// Where it was found.
    pub origin: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// How they are read.
    pub media_type: MediaType,
    /// What was given with them.
    pub given: Option<String>,
    /// What was recorded of them.
    pub record: Option<String>,
    /// The file that they were read out of.
    pub container: Option<String>,
    /// What came of reading the origin the last time; `None` where it was not read again yet.
    pub last_outcome: Option<String>,
}

/// What is read by one thread, one after the other.
#[derive(Debug)]
pub enum Work {
    /// Single files and files that hold articles.
    Files(Vec<File>),
    /// Pages of one host.
    Pages(Vec<(Url, Held)>),
}

/// A file, and what is held from it.
#[derive(Debug)]
pub struct File {
    /// Where it is.
    pub path: PathBuf,
    /// The origin of the file itself.
    pub origin: String,
    /// One article, or everything that it holds.
    pub held: Vec<Held>,
}

impl Work {
    /// How many origins it is.
    pub fn len(&self) -> usize {
        match self {
            Self::Files(files) => files.iter().map(|file| file.held.len()).sum(),
            Self::Pages(pages) => pages.len(),
        }
    }
}

/// All origins that can be read again, and how many cannot (standard input).
pub fn all(connection: &Connection, origins: &Origins) -> Result<(Vec<Work>, usize)> {
    let mut statement = connection.prepare(include_str!("held.sql")).doing("read captures")?;
    let mut rows = statement.query([]).doing("read captures")?;
    let (mut files, mut hosts) = (BTreeMap::<String, File>::new(), BTreeMap::<String, Vec<(Url, Held)>>::new());
    let mut unreadable = 0;
    while let Some(row) = rows.next().doing("read captures")? {
        let held = held(row).doing("read captures")?;
        if held.origin.starts_with("stdin:") {
            unreadable += 1;
        } else if let Some(url) = page_of(&held.origin) {
            hosts.entry(url.origin().ascii_serialization()).or_default().push((url, held));
        } else {
            let origin = file_of(&held).to_owned();
            let path = origins.path_of(&origin);
            let file = files.entry(origin.clone()).or_insert_with(|| File { path, origin, held: Vec::new() });
            file.held.push(held);
        }
    }
    let mut works: Vec<Work> = hosts.into_values().map(Work::Pages).collect();
    if !files.is_empty() {
        works.push(Work::Files(files.into_values().collect()));
    }
    Ok((works, unreadable))
}

/// The file that an origin is in, or is. For an article from a container it is known; for lines that older versions
/// stored it ends before the first `#` after a name of JSON Lines.
fn file_of(held: &Held) -> &str {
    if let Some(container) = &held.container {
        return container;
    }
    if held.media_type != MediaType::Json {
        return &held.origin;
    }
    let ends = held.origin.match_indices('#').map(|(place, _)| held.origin.get(..place).unwrap_or_default());
    ends.into_iter().find(|file| json_lines::is_json_lines(Path::new(file))).unwrap_or(&held.origin)
}

fn held(row: &Row<'_>) -> rusqlite::Result<Held> {
    let media_type: String = row.get("media_type")?;
    Ok(Held {
        capture_id: row.get("capture_id")?,
        article: row.get("identity")?,
        origin: row.get("origin")?,
        sha256: row.get("sha256")?,
        media_type: MediaType::from_name(&media_type).unwrap_or(MediaType::PlainText),
        given: row.get("given_metadata")?,
        record: row.get("record")?,
        container: row.get("container")?,
        last_outcome: row.get("last_outcome")?,
    })
}
