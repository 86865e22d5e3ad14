//! Checking a package offline: each statement is followed from the bytes to the signed checkpoint, and what cannot be
//! decided here, or is not there, is said to be so and never counted as proved.

mod checkpoints;
mod content;
mod decisions;

use std::fmt;

use super::bag::{self, Files};
use super::index::{self, Index};
use super::package::TOOLS;
use crate::log::Entry;
use crate::log::inclusion_proof::InclusionProof;
use crate::note::VerifierKey;

/// What came of looking at one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is so.
    Holds,
    /// There is nothing to show it.
    Missing,
    /// It is for a person, or another tool, to decide.
    Open,
    /// It is not so.
    Fails,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What came of it.
    pub state: State,
    /// What it is, as a sentence without a stop.
    pub what: String,
}

/// What came of checking a package.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// One thing after the other.
    pub lines: Vec<Line>,
}

impl State {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Missing => "missing",
            Self::Open => "open",
            Self::Fails => "fails",
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

impl Report {
    /// Whether nothing fails.
    pub fn holds(&self) -> bool {
        !self.lines.iter().any(|line| line.state == State::Fails)
    }

    /// Adds a line.
    pub(super) fn add(&mut self, state: State, what: impl Into<String>) {
        self.lines.push(Line { state, what: what.into() });
    }

    /// Adds what holds or fails.
    pub(super) fn add_if(&mut self, holds: bool, what: impl Into<String>, fails: impl Into<String>) {
        if holds {
            self.add(State::Holds, what);
        } else {
            self.add(State::Fails, fails);
        }
    }
}

/// The files of a package, and what it says where they are.
struct Package<'a> {
    files: &'a Files,
    index: Index,
}

impl Package<'_> {
    /// The bytes of a file; none where it is not there.
    fn bytes(&self, path: &str) -> &[u8] {
        self.files.get(path).map(Vec::as_slice).unwrap_or_default()
    }
}

/// A log entry that was found to be in the log.
struct Included {
    index: u64,
    entry: Entry,
}

/// Checks a package. `keys` are those that the user knows whose they are.
pub fn check(files: &Files, keys: &[VerifierKey]) -> Report {
    let mut report = Report::default();
    let faults = bag::faults(files);
    report.add_if(
        faults.is_empty(),
        format!("the package is whole: {} files with the hashes that it lists", files.len()),
        format!("the package is not whole: {}", faults.join("; ")),
    );
    let index = files.get(index::FILE).and_then(|bytes| serde_json::from_slice::<Index>(bytes).ok());
    let Some(index) = index.filter(|index| index.format == index::FORMAT) else {
        report.add(State::Fails, format!("{} is missing, or is of another dossier", index::FILE));
        return report;
    };
    let package = Package { files, index };
    let included = included(&package, &mut report);
    content::check(&package, &included, &mut report);
    decisions::check(&package, &included, &mut report);
    for checkpoint in &package.index.checkpoints {
        checkpoints::check(&package, checkpoint, keys, &mut report);
    }
    for pair in package.index.checkpoints.windows(2) {
        if let [before, after] = pair {
            checkpoints::check_extension(&package, before, after, &mut report);
        }
    }
    let are_known = TOOLS.iter().all(|(path, text)| package.bytes(path) == text.as_bytes());
    if !are_known {
        report.add(State::Open, "its tools are not those of this dossier: read them before you run them");
    }
    report
}

/// Follows the proof of each entry to its checkpoint.
fn included(package: &Package<'_>, report: &mut Report) -> Vec<Included> {
    let mut included = Vec::new();
    for files in &package.index.entries {
        let body = package.bytes(&files.body);
        let checkpoints = &package.index.checkpoints;
        let note = checkpoints.iter().find(|checkpoint| checkpoint.checkpoint_id == files.checkpoint_id);
        let followed = InclusionProof::parse(package.bytes(&files.proof)).and_then(|proof| {
            let checkpoint = proof.lead(body)?;
            let is_same = note.is_some_and(|note| package.bytes(&note.note) == proof.note.to_string().as_bytes());
            match std::str::from_utf8(body).ok().and_then(Entry::from_body) {
                _ if proof.index != files.entry => Err("is of another entry".to_owned()),
                _ if !is_same => Err("leads to another checkpoint than the package holds".to_owned()),
                None => Err("leads from what is no log entry".to_owned()),
                Some(entry) => Ok((checkpoint, entry)),
            }
        });
        match followed {
            Ok((checkpoint, entry)) => {
                let (index, size) = (files.entry, checkpoint.size);
                let what = format!(
                    "log entry {index} is in the log of {size} entries that checkpoint {} signs",
                    files.checkpoint_id
                );
                report.add(State::Holds, what);
                included.push(Included { index, entry });
            }
            Err(reason) => report.add(State::Fails, format!("the proof of log entry {} {reason}", files.entry)),
        }
    }
    included
}
