//! The files of what was named: a file itself, a folder with everything in it, in the order of names.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use super::archivebox::Snapshot;
use super::walk::Walk;
use super::{Refusal, sidecar};
use crate::capture::MediaType;

/// Files one after the other; `-` passes through.
pub struct Files {
    paths: VecDeque<PathBuf>,
    folder: Option<Folder>,
    left_aside: Vec<String>,
}

struct Folder {
    path: PathBuf,
    files: Walk,
    found: usize,
}

impl Files {
    /// The files of `paths`, in that order.
    pub fn new(paths: Vec<PathBuf>) -> Self {
        Self { paths: paths.into(), folder: None, left_aside: Vec::new() }
    }

    /// The files come upon since this was asked last that are of kinds that hold no articles, by the ending of their names
    /// (".png"). Archives and hidden files are not among them: nobody expects an article there.
    pub fn take_left_aside(&mut self) -> Vec<String> {
        std::mem::take(&mut self.left_aside)
    }
}

impl Iterator for Files {
    type Item = Result<PathBuf, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(folder) = &mut self.folder {
                if let Some(item) = folder.next_article(&mut self.left_aside) {
                    return Some(item);
                }
                let nothing = (folder.found == 0).then(|| folder.holds_nothing());
                self.folder = None;
                if let Some(refusal) = nothing {
                    return Some(Err(refusal));
                }
            }
            let path = self.paths.pop_front()?;
            if let Some(snapshot) = Snapshot::of(&path) {
                return Some(snapshot.page());
            }
            if path.is_dir() {
                let files = Walk::new(&path);
                self.folder = Some(Folder { path, files, found: 0 });
            } else {
                return Some(Ok(path));
            }
        }
    }
}

impl Folder {
    fn next_article(&mut self, left_aside: &mut Vec<String>) -> Option<Result<PathBuf, Refusal>> {
        for file in self.files.by_ref() {
            match file {
                Ok(path) if !is_article(&path) => {
                    if let Some(ending) = ending_of_other_file(&path) {
                        left_aside.push(ending);
                    }
                }
                article_or_refusal => {
                    self.found += 1;
                    return Some(article_or_refusal);
                }
            }
        }
        None
    }

    fn holds_nothing(&self) -> Refusal {
        Refusal::new(self.path.display().to_string(), "it holds no files that articles are read from")
    }
}

fn is_article(path: &Path) -> bool {
    let is_sidecar = path.as_os_str().as_encoded_bytes().ends_with(sidecar::ENDING.as_bytes());
    !is_sidecar && (MediaType::from_path(path).is_some() || is_container(path))
}

/// Whether the file's ending promises something that holds articles; what it is, is told by its bytes.
fn is_container(path: &Path) -> bool {
    const ENDINGS: [&str; 15] = [
        "jsonl", "ndjson", "zip", "tar", "tgz", "gz", "zst", "warc", "wacz", "mbox", "mbx", "csv", "tsv", "rss", "atom",
    ];
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    ENDINGS.contains(&ending.as_str())
}

/// The ending of a file that is neither article nor sidecar, archive or hidden.
fn ending_of_other_file(path: &Path) -> Option<String> {
    let is_hidden = path.file_name()?.as_encoded_bytes().starts_with(b".");
    let belongs_to_article = path.as_os_str().as_encoded_bytes().ends_with(sidecar::ENDING.as_bytes());
    let ending = path.extension()?.to_string_lossy().to_ascii_lowercase();
    let is_other = !is_hidden && !belongs_to_article && ending != "db";
    is_other.then(|| format!(".{ending}"))
}
