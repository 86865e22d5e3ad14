//! Checkpoints as the archive keeps them. The note is what counts; the columns beside it only repeat it for people.

use rusqlite::{Connection, Row};

use super::extends;
use crate::Result;
use crate::error::Doing as _;
use crate::hash::Hash;
use crate::log::checkpoint::Checkpoint;
use crate::note::{Note, VerifierKey};

/// One checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its number.
    pub checkpoint_id: i64,
    /// What its columns say of the log.
    pub checkpoint: Checkpoint,
    /// The signed note, to the byte.
    pub note: String,
    /// The keys that are said to have signed it.
    pub keys: Vec<VerifierKey>,
    /// When it was made (UTC), which nothing proves.
    pub made_at: String,
}

impl Stored {
    /// SHA-256 of the note, which is what timestamps are of.
    pub fn note_hash(&self) -> Hash {
        Hash::of(self.note.as_bytes())
    }

    /// Whether a log with these leaves begins with the entries that it covers.
    pub fn is_extended_by(&self, leaves: &[Hash]) -> bool {
        extends(leaves, &self.checkpoint)
    }

    /// Its keys as the archive holds them: one a line.
    pub fn key_lines(&self) -> String {
        self.keys.iter().map(VerifierKey::to_string).collect::<Vec<_>>().join("\n")
    }

    /// What is wrong with it in itself: columns that are not as its note, or a signature that is not of its keys.
    pub fn fault(&self) -> Option<(&'static str, String)> {
        let note = match Note::parse(self.note.as_bytes()) {
            Ok(note) => note,
            Err(lacks) => return Some(("note", format!("a note that {lacks}"))),
        };
        match Checkpoint::parse(&note.text) {
            Err(lacks) => return Some(("note", format!("a note that {lacks}"))),
            Ok(said) if said.origin != self.checkpoint.origin => return Some(("origin", said.origin)),
            Ok(said) if said.size != self.checkpoint.size => return Some(("log_size", said.size.to_string())),
            Ok(said) if said.root != self.checkpoint.root => return Some(("log_root", said.root.to_hex())),
            Ok(_) => {}
        }
        match note.signers(&self.keys) {
            Err(key) => Some(("note", format!("a signature of {} that is wrong", key.name()))),
            Ok(signers) if signers.len() < note.signatures.len() || signers.is_empty() => Some((
                "verifier_keys",
                format!("the keys of {} of {} signatures", signers.len(), note.signatures.len()),
            )),
            Ok(_) => None,
        }
    }
}

/// All of them that can be read, the oldest first.
pub fn all(connection: &Connection) -> Result<Vec<Stored>> {
    let read = rows(connection)?;
    Ok(read.into_iter().filter_map(std::result::Result::ok).collect())
}

/// All of them; those that cannot be read by their number and what is wrong with them.
pub fn rows(connection: &Connection) -> Result<Vec<std::result::Result<Stored, (i64, &'static str)>>> {
    let mut statement = connection.prepare(include_str!("all.sql")).doing("read checkpoints")?;
    statement.query_map([], stored).and_then(Iterator::collect).doing("read checkpoints")
}

fn stored(row: &Row<'_>) -> rusqlite::Result<std::result::Result<Stored, (i64, &'static str)>> {
    let checkpoint_id = row.get("checkpoint_id")?;
    let (root, keys): (String, String) = (row.get("log_root")?, row.get("verifier_keys")?);
    let Some(root) = Hash::from_hex(&root) else { return Ok(Err((checkpoint_id, "log_root"))) };
    let Ok(size) = u64::try_from(row.get::<_, i64>("log_size")?) else { return Ok(Err((checkpoint_id, "log_size"))) };
    let Ok(keys) = keys.lines().map(str::parse).collect() else { return Ok(Err((checkpoint_id, "verifier_keys"))) };
    Ok(Ok(Stored {
        checkpoint_id,
        checkpoint: Checkpoint { origin: row.get("origin")?, size, root },
        note: row.get("note")?,
        keys,
        made_at: row.get("made_at")?,
    }))
}
