//! Signatures of others: a partner who holds a copy of the archive signs the same checkpoint, and its note is taken in, so
//! that one checkpoint carries all signatures and no private key has to travel.

use std::path::Path;

use super::{Made, Stored, log_name, put, stored};
use crate::archive::Archive;
use crate::log;
use crate::log::checkpoint::Checkpoint;
use crate::note::{Note, Signature, VerifierKey};
use crate::{Error, Result};

/// A checkpoint that others have signed.
#[derive(Clone, Copy, Debug)]
pub struct Countersigned<'a> {
    /// The file, for errors.
    pub path: &'a Path,
    /// Its bytes.
    pub note: &'a [u8],
    /// The keys of those who signed it, as far as the archive does not know them.
    pub keys: &'a [VerifierKey],
}

/// Joins its signatures with those that this archive holds of the same checkpoint, and keeps the note.
///
/// # Errors
/// [`Error::NotAsGiven`] where it is no checkpoint that the log extends, or a signature is wrong or of a key that was not given.
pub fn take_in(archive: &mut Archive, given: Countersigned<'_>, now: &str) -> Result<Made> {
    let refused = |reason: String| Error::NotAsGiven {
        path: given.path.to_owned(),
        reason,
        remedy: "give a checkpoint of this log as its signer's dossier printed it, and the signer's verifier key with --signer",
    };
    let note = Note::parse(given.note).map_err(|lacks| refused(format!("is no checkpoint: it {lacks}")))?;
    let checkpoint = Checkpoint::parse(&note.text).map_err(|lacks| refused(format!("is no checkpoint: it {lacks}")))?;
    archive.write(|transaction| {
        let leaves = log::leaves(transaction)?;
        let earlier = stored::all(transaction)?;
        log_name(earlier.last(), &[], Some(&checkpoint.origin))?;
        if !super::extends(&leaves, &checkpoint) {
            return Err(refused("is of another log, or of more entries than this one has".to_owned()));
        }
        let mut keys = given.keys.to_vec();
        keys.extend(earlier.iter().flat_map(|stored| stored.keys.clone()));
        note.signers(&keys).map_err(|key| refused(format!("has a signature of {} that is wrong", key.name())))?;
        let held = earlier.iter().rev().find(|stored| stored.checkpoint == checkpoint);
        let held = held.and_then(|stored| Note::parse(stored.note.as_bytes()).ok());
        let signatures = joined(held.map(|held| held.signatures).unwrap_or_default(), note.signatures);
        let mut signers: Vec<VerifierKey> = Vec::new();
        for signature in &signatures {
            let key = keys.iter().find(|key| signature.is_of(key)).cloned();
            signers.push(
                key.ok_or_else(|| refused(format!("is signed by {}, whose key was not given", signature.key_name)))?,
            );
        }
        let note = Note { text: note.text, signatures }.to_string();
        if let Some(same) = earlier.into_iter().find(|stored| stored.note == note) {
            return Ok(Made { stored: same, is_new: false });
        }
        let mut stored = Stored { checkpoint_id: 0, checkpoint, note, keys: signers, made_at: now.to_owned() };
        stored.checkpoint_id = put(transaction, &stored)?;
        Ok(Made { stored, is_new: true })
    })
}

/// Both, each signature once, those that are held first.
fn joined(mut held: Vec<Signature>, given: Vec<Signature>) -> Vec<Signature> {
    for signature in given {
        if !held.contains(&signature) {
            held.push(signature);
        }
    }
    held
}
