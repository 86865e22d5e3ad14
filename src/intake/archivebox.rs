//! Folders of `ArchiveBox`. Its `archive/TIMESTAMP/` is one snapshot of one address: the page saved in several ways, and
//! `index.json`, which says of what, when and how. A snapshot is one article: the form that shows most of what a reader saw
//! is read, and what the tool recorded goes with it. The other forms show the same page and are left.

use std::fs::File;
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};

use serde_json::Value;

use super::Refusal;
use crate::capture::{MediaType, Record};

/// What says of a folder that it is one of the tool's.
const SETTINGS: &str = "ArchiveBox.conf";
/// What says of a snapshot what it is of.
const INDEX: &str = "index.json";
/// What the server answered.
const HEADERS: &str = "headers.json";
/// Neither of the two is longer, in bytes.
const LONGEST: u64 = 16 << 20;
/// How a page may be saved, the form that is read first of all: as a browser showed it, as the server sent it, its text alone, as it
/// is printed.
const FORMS: [(&str, &str); 7] = [
    ("singlefile", "singlefile.html"),
    ("dom", "output.html"),
    ("wget", ""),
    ("readability", "readability/content.html"),
    ("mercury", "mercury/content.html"),
    ("htmltotext", "htmltotext.txt"),
    ("pdf", "output.pdf"),
];
/// Headers that tell how the bytes went over the wire, which are saved without that.
const OF_THE_WAY: [&str; 3] = ["content-encoding", "transfer-encoding", "content-length"];

/// Where the snapshots are of a folder of the tool; any other folder itself.
pub fn snapshots(folder: PathBuf) -> PathBuf {
    if folder.join(SETTINGS).is_file() { folder.join("archive") } else { folder }
}

/// One page, saved in several ways.
pub struct Snapshot {
    folder: PathBuf,
    index: Value,
}

impl Snapshot {
    /// The snapshot in this folder, where it is one.
    pub fn of(folder: &Path) -> Option<Self> {
        let name = folder.file_name()?.to_str()?;
        let is_time = name.len() >= 9 && name.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let index = is_time.then(|| json(&folder.join(INDEX))).flatten()?;
        let is_snapshot = text(&index, "url").is_some() && index.get("history").is_some_and(Value::is_object);
        is_snapshot.then(|| Self { folder: folder.to_owned(), index })
    }

    /// The snapshot that this file belongs to.
    pub fn around(file: &Path) -> Option<Self> {
        file.ancestors().skip(1).find_map(Self::of)
    }

    /// The file that is read of it.
    pub fn page(&self) -> Result<PathBuf, Refusal> {
        let saved = self.forms().map(|(_, path)| path).find(|path| {
            path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() > 0)
                && MediaType::from_path(path).is_some()
        });
        saved.or_else(|| self.web_archive()).ok_or_else(|| {
            let reason =
                format!("it holds no page of {} that can be read", text(&self.index, "url").unwrap_or_default());
            Refusal::new(self.folder.display().to_string(), reason)
        })
    }

    /// What the tool recorded of this file.
    pub fn record(&self, file: &Path) -> Record {
        let form = self.forms().find(|(_, path)| path == file).map(|(form, _)| form);
        let history = form.and_then(|form| self.index.get("history")?.get(form)?.as_array());
        let saved = history.into_iter().flatten().rev().find(|saved| text(saved, "status") == Some("succeeded"));
        let date = saved.and_then(|saved| text(saved, "end_ts")).or_else(|| text(&self.index, "updated"));
        let headers = json(&self.folder.join(HEADERS));
        let headers = headers.as_ref().and_then(Value::as_object);
        let status = headers.and_then(|headers| u16::try_from(headers.get("Status-Code")?.as_u64()?).ok());
        let of_page = |name: &str| name != "Status-Code" && !OF_THE_WAY.contains(&name.to_ascii_lowercase().as_str());
        let headers = headers.into_iter().flatten().filter(|(name, _)| of_page(name));
        Record {
            kind: "saved page".to_owned(),
            id: text(&self.index, "timestamp").map(|timestamp| format!("ArchiveBox {timestamp}")),
            date: date.map(str::to_owned),
            url: text(&self.index, "url").map(str::to_owned),
            status,
            headers: headers.filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned()))).collect(),
            ..Record::default()
        }
    }

    /// Each form with the file it would be in.
    fn forms(&self) -> impl Iterator<Item = (&'static str, PathBuf)> {
        FORMS.into_iter().filter_map(|(form, usual)| {
            let named = self.index.get("canonical").and_then(|canonical| text(canonical, &format!("{form}_path")));
            let name = Path::new(named.unwrap_or(usual));
            let is_inside = name.components().all(|part| matches!(part, Component::Normal(_)));
            (is_inside && name != Path::new("")).then(|| (form, self.folder.join(name)))
        })
    }

    fn web_archive(&self) -> Option<PathBuf> {
        let entries = crate::folder::list(&self.folder.join("warc")).ok()?;
        let newest = entries.into_iter().rfind(|entry| entry.name.to_string_lossy().contains(".warc"))?;
        Some(self.folder.join("warc").join(newest.name))
    }
}

fn json(path: &Path) -> Option<Value> {
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(LONGEST).read_to_end(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok()
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str()
}
