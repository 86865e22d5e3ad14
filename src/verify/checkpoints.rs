//! Checkpoints and timestamps: each note is signed by its keys and says what the log says, each timestamp is of its note.
//! The log has to extend those that are stored, and those that the user gives from elsewhere, which is what proves
//! something against whoever could rewrite the file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::{Code, Finding, Verdict};
use crate::checkpoint::{Stored, stored, timestamps};
use crate::error::Doing as _;
use crate::hash::Hash;
use crate::log::checkpoint::Checkpoint;
use crate::log::merkle::Tree;
use crate::note::{Note, VerifierKey};
use crate::{Error, Result};

/// A checkpoint from elsewhere, which the log has to extend.
#[derive(Clone, Debug)]
pub struct Pinned {
    /// What it is called in findings: its file.
    pub label: String,
    /// The signed note.
    pub note: Note,
    /// What it says.
    pub checkpoint: Checkpoint,
    /// The keys that the user trusts; where there are none, signatures are not looked at.
    pub keys: Vec<VerifierKey>,
}

impl Pinned {
    /// Reads a checkpoint from a file.
    pub fn read(path: &Path, keys: &[VerifierKey]) -> Result<Self> {
        let bytes = fs::read(path).map_err(|source| Error::Read { path: path.to_owned(), source })?;
        let read =
            Note::parse(&bytes).and_then(|note| Checkpoint::parse(&note.text).map(|checkpoint| (note, checkpoint)));
        let (note, checkpoint) = read.map_err(|lacks| Error::NotAsGiven {
            path: path.to_owned(),
            reason: format!("is no checkpoint: it {lacks}"),
            remedy: "give the file that `dossier checkpoint` printed, unchanged",
        })?;
        Ok(Self { label: path.display().to_string(), note, checkpoint, keys: keys.to_vec() })
    }
}

/// Checks what is stored and what is given.
pub fn check(connection: &Connection, pinned: &[Pinned], verdict: &mut Verdict) -> Result<()> {
    let mut sound: BTreeMap<i64, Stored> = BTreeMap::new();
    for row in stored::rows(connection)? {
        match row {
            Err((checkpoint_id, column)) => {
                let actual = Some("what is no such thing".to_owned());
                verdict.findings.add(altered(Code::CheckpointAltered, "checkpoints", column, checkpoint_id, actual));
            }
            Ok(stored) => match stored.fault() {
                Some((column, held)) => {
                    let id = stored.checkpoint_id;
                    verdict.findings.add(altered(Code::CheckpointAltered, "checkpoints", column, id, Some(held)));
                }
                None => {
                    sound.insert(stored.checkpoint_id, stored);
                }
            },
        }
    }
    let wanted =
        sound.values().map(|stored| stored.checkpoint.size).chain(pinned.iter().map(|pin| pin.checkpoint.size));
    let roots = Roots::read(connection, &wanted.collect())?;
    check_log(sound.values(), &roots, verdict);
    for pin in pinned {
        check_pinned(pin, &roots, verdict);
    }
    check_timestamps(connection, &sound, verdict)
}

/// One finding for the first checkpoint that the log contradicts: those after it cannot hold either.
fn check_log<'a>(mut checkpoints: impl Iterator<Item = &'a Stored>, roots: &Roots, verdict: &mut Verdict) {
    let told = [Code::LogAltered, Code::LogGap, Code::LogShortened, Code::LogRewritten, Code::CheckpointContradicted];
    if verdict.findings.has(&told) {
        return;
    }
    if let Some(broken) = checkpoints.find(|stored| !roots.extend(&stored.checkpoint)) {
        let object =
            format!("the log up to entry {}, as checkpoint {} says", broken.checkpoint.size, broken.checkpoint_id);
        verdict.findings.add(roots.contradiction(object, &broken.checkpoint));
    }
}

fn check_pinned(pin: &Pinned, roots: &Roots, verdict: &mut Verdict) {
    let Pinned { label, note, checkpoint, keys } = pin;
    let signers: Vec<&str> = match note.signers(keys) {
        Ok(signers) if !signers.is_empty() || keys.is_empty() => signers.into_iter().map(VerifierKey::name).collect(),
        refused => {
            let wanted: Vec<&str> = keys.iter().map(VerifierKey::name).collect();
            verdict.findings.add(Finding {
                code: Code::CheckpointUntrusted,
                object: label.clone(),
                expected: Some(format!("a signature of {}", wanted.join(" or "))),
                actual: Some(match refused {
                    Err(key) => format!("a signature of {} that is wrong", key.name()),
                    Ok(_) => "signatures of other keys".to_owned(),
                }),
            });
            return;
        }
    };
    if !roots.extend(checkpoint) {
        verdict.findings.add(roots.contradiction(format!("the log, as {label} says"), checkpoint));
        return;
    }
    if verdict.findings.has(&[Code::LogAltered, Code::LogGap]) {
        verdict.notes.push(format!("the hashes of the log extend {label}, but the log itself is damaged"));
        return;
    }
    let signed = match signers.as_slice() {
        [] => "its signatures were not checked: give the verifier key with --key".to_owned(),
        names => format!("signed by {}", names.join(" and ")),
    };
    let Checkpoint { origin, size, root } = checkpoint;
    verdict.notes.push(format!("the log extends {label}: {origin}, {size} entries, root {root}; {signed}"));
}

fn check_timestamps(connection: &Connection, sound: &BTreeMap<i64, Stored>, verdict: &mut Verdict) -> Result<()> {
    let (mut answered, mut waiting) = (0, 0);
    for timestamp in timestamps::all(connection)? {
        // What is wrong with its checkpoint was told.
        let Some(checkpoint) = sound.get(&timestamp.checkpoint_id) else { continue };
        match timestamp.fault(checkpoint) {
            Some((column, held)) => {
                let id = timestamp.timestamp_id;
                verdict.findings.add(altered(Code::TimestampAltered, "timestamps", column, id, Some(held)));
            }
            None if timestamp.response.is_some() => answered += 1,
            None => waiting += 1,
        }
    }
    if answered > 0 {
        let are = if answered == 1 { "1 timestamp is".to_owned() } else { format!("{answered} timestamps are") };
        verdict.notes.push(format!(
            "{are} of the checkpoints stored here; whether the authority signed, `openssl ts -verify` tells"
        ));
    }
    if waiting > 0 {
        let are = if waiting == 1 { "1 timestamp was".to_owned() } else { format!("{waiting} timestamps were") };
        verdict.notes.push(format!("{are} asked for and not answered yet"));
    }
    Ok(())
}

fn altered(code: Code, table: &str, column: &str, id: i64, actual: Option<String>) -> Finding {
    let noun = table.trim_end_matches('s');
    Finding { code, object: format!("{table}.{column} of {noun} {id}"), expected: None, actual }
}

/// The roots of the log at the sizes that are asked for.
struct Roots {
    size: u64,
    at: BTreeMap<u64, Hash>,
}

impl Roots {
    fn read(connection: &Connection, wanted: &BTreeSet<u64>) -> Result<Self> {
        let (mut tree, mut at) = (Tree::default(), BTreeMap::new());
        if wanted.is_empty() {
            return Ok(Self { size: 0, at });
        }
        let mut statement = connection.prepare(include_str!("leaf_hashes.sql")).doing("read the log")?;
        let mut rows = statement.query([]).doing("read the log")?;
        loop {
            if wanted.contains(&tree.size()) {
                at.insert(tree.size(), tree.root());
            }
            let Some(row) = rows.next().doing("read the log")? else { break };
            let leaf: String = row.get("leaf_hash").doing("read the log")?;
            // An entry whose hash is no hash is a finding of its own.
            tree.push(Hash::from_hex(&leaf).unwrap_or(Hash([0; 32])));
        }
        Ok(Self { size: tree.size(), at })
    }

    fn extend(&self, checkpoint: &Checkpoint) -> bool {
        self.at.get(&checkpoint.size) == Some(&checkpoint.root)
    }

    /// What it is where the log does not extend a checkpoint.
    fn contradiction(&self, object: String, checkpoint: &Checkpoint) -> Finding {
        let actual = match self.at.get(&checkpoint.size) {
            None => format!("{} entries", self.size),
            Some(root) => format!("{} entries with root {root}", checkpoint.size),
        };
        let expected = format!("{} entries with root {}", checkpoint.size, checkpoint.root);
        Finding { code: Code::CheckpointContradicted, object, expected: Some(expected), actual: Some(actual) }
    }
}
