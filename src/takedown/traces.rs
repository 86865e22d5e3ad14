//! What still tells of an article's words after it was erased: the same words in other articles, and in metadata that was
//! given with it and that the log's proofs need. Looked for in the file itself, as a stranger with `strings` would.

use std::collections::{BTreeSet, HashSet};
use std::fs::File;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};
use std::io::Read as _;

use aho_corasick::AhoCorasick;
use rusqlite::{Connection, params};

use super::Capture;
use crate::archive::Archive;
use crate::error::Doing as _;
use crate::{Error, Result};

/// Sentences shorter than this, in bytes, tell nothing: a date, a name that other articles have too.
const SHORTEST: usize = 24;

/// So many characters in a row are not the same by chance.
const RUN: usize = 16;

/// The file is read in pieces of this many bytes.
const PIECE: usize = 1 << 20;

/// The words that are to be gone.
pub struct Texts {
    sentences: BTreeSet<String>,
    /// A hash of each run of characters that begins with a word.
    runs: HashSet<u64>,
}

/// Where they still stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traces {
    /// Sentences that were looked for in the file.
    pub sentences: usize,
    /// How many of them are still in it.
    pub found: usize,
    /// Other articles with some of these sentences, by identity.
    pub articles: Vec<String>,
    /// Whether some stand in metadata that was given with an article, which is in the log too.
    pub in_metadata: bool,
}

impl Texts {
    /// The sentences of these captures, before they are erased.
    pub fn of(connection: &Connection, captures: &[Capture]) -> Result<Self> {
        let mut texts = Self { sentences: BTreeSet::new(), runs: HashSet::new() };
        let mut statement = connection.prepare(include_str!("sentences.sql")).doing("read sentences")?;
        for capture in captures {
            let mut rows = statement.query(params![capture.capture_id]).doing("read sentences")?;
            while let Some(row) = rows.next().doing("read sentences")? {
                let sentence: String = row.get("sentence").doing("read sentences")?;
                texts.runs.extend(runs(&sentence));
                // A sentence over several lines is found by each of them.
                let lines = sentence.lines().map(str::trim).filter(|line| line.len() >= SHORTEST);
                texts.sentences.extend(lines.map(str::to_owned));
            }
        }
        Ok(texts)
    }

    /// Whether some run of characters is in both.
    pub fn share_words_with(&self, other: &str) -> bool {
        runs(other).iter().any(|run| self.runs.contains(run))
    }

    /// Looks for the sentences in the whole file, and for those that are there says where.
    pub fn traces(&self, archive: &Archive) -> Result<Traces> {
        let left = self.left_in_file(archive)?;
        let mut traces = Traces { sentences: self.sentences.len(), found: left.len(), ..Traces::default() };
        if left.is_empty() {
            return Ok(traces);
        }
        archive.read(|connection| {
            let mut articles = BTreeSet::new();
            for sentence in &left {
                let mut statement = connection.prepare_cached(include_str!("who_says.sql")).doing("read texts")?;
                let found = statement
                    .query_map(params![sentence], |row| row.get::<_, String>("identity"))
                    .and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>)
                    .doing("read texts")?;
                articles.extend(found);
                let is_there: bool = connection
                    .prepare_cached(include_str!("in_metadata.sql"))
                    .and_then(|mut statement| statement.query_row(params![sentence], |row| row.get("is_there")))
                    .doing("read metadata")?;
                traces.in_metadata |= is_there;
            }
            traces.articles = articles.into_iter().collect();
            Ok(traces)
        })
    }

    fn left_in_file(&self, archive: &Archive) -> Result<Vec<String>> {
        let failed = |source| Error::Read { path: archive.path().to_owned(), source };
        let sentences: Vec<&String> = self.sentences.iter().collect();
        let longest = sentences.iter().map(|sentence| sentence.len()).max().unwrap_or_default();
        // Where there is more than can be looked for at once, nothing is promised.
        let Ok(searcher) = AhoCorasick::new(&sentences) else { return Ok(self.sentences.iter().cloned().collect()) };
        let mut file = File::open(archive.path()).map_err(failed)?;
        let mut left = BTreeSet::new();
        let mut window: Vec<u8> = Vec::with_capacity(PIECE + longest);
        loop {
            let read = file.by_ref().take(PIECE as u64).read_to_end(&mut window).map_err(failed)?;
            left.extend(searcher.find_overlapping_iter(&window).map(|found| found.pattern().as_usize()));
            if read == 0 {
                break;
            }
            // The end is looked at once more with what follows.
            let kept = window.len().saturating_sub(longest);
            window.drain(..kept);
        }
        Ok(left.into_iter().filter_map(|index| sentences.get(index).map(|sentence| (*sentence).clone())).collect())
    }
}

/// Whatever is between words is the same here.
fn runs(text: &str) -> Vec<u64> {
    let letters: Vec<char> = text.split_whitespace().flat_map(|word| word.chars().chain([' '])).collect();
    let begins_word = |index: usize| index.checked_sub(1).is_none_or(|before| letters.get(before) == Some(&' '));
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    let runs = letters.windows(RUN).enumerate().filter(|(index, _)| begins_word(*index));
    runs.map(|(_, run)| hasher.hash_one(run)).collect()
}
