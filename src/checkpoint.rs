//! Checkpoints: the log's size and root, signed and kept as they were given out. Nothing is signed over a damaged log, nor
//! over one that contradicts a checkpoint that was signed before.

pub mod countersigned;
pub mod stored;
pub mod timestamps;

pub use stored::Stored;

use rusqlite::{Connection, named_params};

use crate::archive::Archive;
use crate::error::Doing as _;
use crate::hash::Hash;
use crate::log::checkpoint::{Checkpoint, is_origin};
use crate::log::{self, merkle};
use crate::note::{Note, SigningKey};
use crate::{Error, Result, TOOL};

/// What came of asking for a checkpoint.
#[derive(Clone, Debug)]
pub struct Made {
    /// The checkpoint.
    pub stored: Stored,
    /// Whether it was made now; `false` where one of these keys over this log was there already.
    pub is_new: bool,
}

/// Signs the log as it is with `keys`, and keeps the note. `origin` names the log; without it the name is that of earlier
/// checkpoints, and for the first one that of the first key. `now` is the time (UTC).
pub fn make(archive: &mut Archive, keys: &[SigningKey], origin: Option<&str>, now: &str) -> Result<Made> {
    archive.write(|transaction| {
        let leaves = log::leaves(transaction)?;
        let earlier = stored::all(transaction)?;
        if let Some(contradicted) = earlier.iter().find(|stored| !stored.is_extended_by(&leaves)) {
            let Stored { checkpoint_id, checkpoint, .. } = contradicted;
            return Err(Error::LogContradicts { checkpoint_id: *checkpoint_id, size: checkpoint.size });
        }
        let origin = log_name(earlier.last(), keys, origin)?;
        let checkpoint = Checkpoint { origin, size: leaves.len() as u64, root: merkle::root(&leaves) };
        let note = Note::sign(checkpoint.text(), keys).to_string();
        // Ed25519 signs the same text alike each time.
        if let Some(same) = earlier.into_iter().find(|stored| stored.note == note) {
            return Ok(Made { stored: same, is_new: false });
        }
        let verifiers: Vec<_> = keys.iter().map(SigningKey::verifier).collect();
        let mut stored = Stored { checkpoint_id: 0, checkpoint, note, keys: verifiers, made_at: now.to_owned() };
        stored.checkpoint_id = put(transaction, &stored)?;
        Ok(Made { stored, is_new: true })
    })
}

/// A log has one name for good: whoever holds an older checkpoint could not tell that a new one is of the same log.
fn log_name(last: Option<&Stored>, keys: &[SigningKey], asked: Option<&str>) -> Result<String> {
    let usage = |what: String| Err(Error::Usage { what });
    match (last, asked) {
        (Some(last), Some(asked)) if last.checkpoint.origin != asked => {
            usage(format!("this log is called {:?} in its checkpoints, and keeps its name", last.checkpoint.origin))
        }
        (Some(last), _) => Ok(last.checkpoint.origin.clone()),
        (None, Some(asked)) if is_origin(asked) => Ok(asked.to_owned()),
        (None, Some(asked)) => usage(format!("{asked:?} cannot name a log: it is one line of text")),
        (None, None) => match keys.first() {
            Some(key) => Ok(key.verifier().name().to_owned()),
            None => usage("a checkpoint needs a key".to_owned()),
        },
    }
}

fn put(connection: &Connection, stored: &Stored) -> Result<i64> {
    let Stored { checkpoint: Checkpoint { origin, size, root }, note, made_at, .. } = stored;
    connection
        .prepare_cached(include_str!("checkpoint/put.sql"))
        .and_then(|mut statement| {
            statement.query_row(
                named_params! {
                    ":origin": origin,
                    ":log_size": *size as i64,
                    ":log_root": root.to_hex(),
                    ":note": note,
                    ":verifier_keys": stored.key_lines(),
                    ":made_at": made_at,
                    ":tool": TOOL,
                },
                |row| row.get("checkpoint_id"),
            )
        })
        .doing("store a checkpoint")
}

/// Whether the first entries of a log with these leaves are those of the checkpoint.
fn extends(leaves: &[Hash], checkpoint: &Checkpoint) -> bool {
    let size = usize::try_from(checkpoint.size).unwrap_or(usize::MAX);
    leaves.get(..size).is_some_and(|first| merkle::root(first) == checkpoint.root)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2020-01-02T03:04:05Z";

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_seed("desk.example", [seed; 32])
    }

    fn archive_with_entries(count: i64) -> Archive {
        let mut archive = Archive::in_memory().unwrap();
        archive.write(|transaction| (0..count).try_for_each(|number| add_entry(transaction, number))).unwrap();
        archive
    }

    fn add_entry(connection: &Connection, number: i64) -> Result<()> {
        let (extractor, digest) = (String::new(), String::new());
        let entry = log::entry::DerivationEntry { capture_id: number, extractor, digest };
        log::append(connection, NOW, &log::Entry::Derivation(entry)).map(|_| ())
    }

    #[test]
    fn a_checkpoint_covers_the_log_and_is_made_once() {
        let mut archive = archive_with_entries(3);
        let made = make(&mut archive, &[key(1), key(2)], None, NOW).unwrap();
        assert!(made.is_new);
        assert_eq!((made.stored.checkpoint.size, made.stored.checkpoint.origin.as_str()), (3, "desk.example"));
        let note = Note::parse(made.stored.note.as_bytes()).unwrap();
        assert_eq!(note.signers(&made.stored.keys).unwrap().len(), 2);
        assert!(!make(&mut archive, &[key(1), key(2)], None, NOW).unwrap().is_new);
        assert!(make(&mut archive, &[key(1)], None, NOW).unwrap().is_new, "other keys sign anew");
        archive.write(|transaction| add_entry(transaction, 3)).unwrap();
        let next = make(&mut archive, &[key(1)], None, NOW).unwrap();
        assert_eq!((next.is_new, next.stored.checkpoint.size), (true, 4));
        assert_eq!(archive.read(stored::all).unwrap().len(), 3);
    }

    #[test]
    fn a_log_keeps_its_name() {
        let mut archive = archive_with_entries(1);
        make(&mut archive, &[key(1)], Some("desk.example/log"), NOW).unwrap();
        assert!(matches!(make(&mut archive, &[key(1)], Some("other"), NOW), Err(Error::Usage { .. })));
        let made = make(&mut archive, &[key(2)], None, NOW).unwrap();
        assert_eq!(made.stored.checkpoint.origin, "desk.example/log");
    }

    #[test]
    fn nothing_is_signed_over_a_log_that_was_changed() {
        let change = |sql: &'static str| {
            let mut archive = archive_with_entries(3);
            make(&mut archive, &[key(1)], None, NOW).unwrap();
            archive.write(|transaction| transaction.execute_batch(sql).doing("change the log")).unwrap();
            make(&mut archive, &[key(1)], None, NOW)
        };
        let altered = change("UPDATE log_entries SET body = '{}' WHERE sequence = 1");
        assert!(matches!(altered, Err(Error::LogDamaged { entry: 1 })));
        let with_gap = change("DELETE FROM log_entries WHERE sequence = 1");
        assert!(matches!(with_gap, Err(Error::LogDamaged { entry: 1 })));
        let shortened = change("DELETE FROM log_entries WHERE sequence = 2");
        assert!(matches!(shortened, Err(Error::LogContradicts { size: 3, .. })));
    }
}
