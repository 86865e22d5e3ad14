//! Proposals: claims that a model or tool from elsewhere found in the articles. They are taken in only as far as their words
//! stand in the stored text, kept apart from the archive's own reading, and told of in the log.
//!
//! The form is that of `dossier extract`: a line for each article with its `claims`, or a line for each claim with its `article`.

pub mod check;
mod given;
pub mod store;

use std::collections::BTreeMap;
use std::io::BufRead;

use sha2::{Digest as _, Sha256};

use crate::archive::Archive;
use crate::hash::Hash;
use crate::{Error, Result};
use check::{Proposal, Text, Words};
use store::Article;

/// What is imported.
pub struct Import<'a> {
    /// The tool with its version, as whoever imports names it.
    pub proposed_by: &'a str,
    /// The file that the proposals come in: a path, or `stdin:`.
    pub origin: &'a str,
}

/// What came of an import.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Articles for which something was stored.
    pub articles: usize,
    /// Proposals that were stored.
    pub proposals: usize,
    /// Articles for which the tool's last set is the same already.
    pub unchanged: usize,
    /// What was refused: the line, and why.
    pub refused: Vec<(usize, String)>,
}

/// Reads proposals, checks each, and stores what stands, all in one transaction. `now` is the time (UTC).
///
/// # Errors
/// Where the input cannot be read or the archive not written. A proposal that is refused is no error.
pub fn run(archive: &mut Archive, import: &Import<'_>, input: &mut dyn BufRead, now: &str) -> Result<Imported> {
    if import.proposed_by.trim().is_empty() {
        return Err(Error::Usage { what: "--by says nothing; name the tool and its version".to_owned() });
    }
    archive.write(|transaction| {
        let mut reading = Reading { words: store::words(transaction)?, ..Reading::default() };
        let (mut hasher, mut line, mut number) = (Sha256::new(), Vec::new(), 0);
        loop {
            line.clear();
            let read = input
                .read_until(b'\n', &mut line)
                .map_err(|source| Error::Read { path: import.origin.into(), source })?;
            if read == 0 {
                break;
            }
            hasher.update(&line);
            number += 1;
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let find = |asked: &str| store::find(transaction, asked);
            reading.take(number, &line, &find)?;
        }
        let file_sha256 = Hash(hasher.finalize().into());
        let mut imported = Imported { refused: reading.refused, ..Imported::default() };
        for set in reading.sets.into_values() {
            if store::put(transaction, import, &set.article, &set.proposals, file_sha256, now)? {
                imported.articles += 1;
                imported.proposals += set.proposals.len();
            } else {
                imported.unchanged += 1;
            }
        }
        Ok(imported)
    })
}

/// What has been read so far.
#[derive(Default)]
struct Reading {
    words: Words,
    /// By the number of the capture.
    sets: BTreeMap<i64, Set>,
    /// The article that was asked for last, with its text: the lines of one mostly come one after the other.
    last: Option<(String, Found)>,
    refused: Vec<(usize, String)>,
}

/// An article with its text, or words that say why there is none.
type Found = std::result::Result<(Article, Text), String>;

struct Set {
    article: Article,
    proposals: Vec<Proposal>,
}

/// Finds an article and its text by what a line calls it; words say why there is none.
type Find<'a> = &'a dyn Fn(&str) -> Result<std::result::Result<(Article, String), String>>;

impl Reading {
    /// Takes one line.
    fn take(&mut self, number: usize, line: &[u8], find: Find<'_>) -> Result<()> {
        let given = match given::read(line) {
            Ok(given) => given,
            Err(reason) => {
                self.refused.push((number, reason));
                return Ok(());
            }
        };
        if self.last.as_ref().is_none_or(|(asked, _)| *asked != given.article) {
            let found = find(&given.article)?.map(|(article, text)| (article, Text::new(text)));
            self.last = Some((given.article, found));
        }
        match &self.last {
            Some((_, Ok((article, text)))) => {
                let set = self
                    .sets
                    .entry(article.capture_id)
                    .or_insert_with(|| Set { article: article.clone(), proposals: Vec::new() });
                for claim in given.claims {
                    match check::check(&claim, text, &self.words) {
                        Ok(proposal) => set.proposals.push(proposal),
                        Err(reason) => self.refused.push((number, reason)),
                    }
                }
            }
            Some((_, Err(reason))) => self.refused.push((number, reason.clone())),
            None => {}
        }
        Ok(())
    }
}
