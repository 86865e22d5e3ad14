//! A proof that an entry is in the log, as a text that needs nothing else: C2SP's tlog-proof with the index, the path of
//! hashes, and the whole signed checkpoint.

use std::fmt;

use super::checkpoint::Checkpoint;
use super::{merkle, proof};
use crate::hash::Hash;
use crate::note::Note;

/// The first line of every proof.
const VERSION: &str = "c2sp.org/tlog-proof@v1";

/// A proof, and the checkpoint up to which it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InclusionProof {
    /// Which entry, counted from 0.
    pub index: u64,
    /// From the entry's sibling to the children of the root.
    pub path: Vec<Hash>,
    /// The signed checkpoint.
    pub note: Note,
}

impl InclusionProof {
    /// Reads a proof.
    ///
    /// # Errors
    /// Words that say what it lacks, to follow "it".
    pub fn parse(text: &[u8]) -> Result<Self, String> {
        let text = std::str::from_utf8(text).map_err(|_| "is not UTF-8")?;
        let (head, note) = text.split_once("\n\n").ok_or("has no empty line before the checkpoint")?;
        let mut lines = head.split('\n').peekable();
        if lines.next() != Some(VERSION) {
            return Err(format!("does not begin with {VERSION}"));
        }
        let _ = lines.next_if(|line| line.starts_with("extra "));
        let index = lines.next().and_then(|line| line.strip_prefix("index ")).ok_or("has no line with the index")?;
        let is_plain =
            index.bytes().all(|digit| digit.is_ascii_digit()) && (index.len() == 1 || !index.starts_with('0'));
        let index = index.parse().ok().filter(|_| is_plain).ok_or("has an index that is no number")?;
        let path = lines.map(Hash::from_base64).collect::<Option<_>>().ok_or("has a line that is no hash")?;
        Ok(Self { index, path, note: Note::parse(note.as_bytes())? })
    }

    /// The checkpoint, where `entry` is shown to be in the log that it speaks of. Who signed it is another question.
    ///
    /// # Errors
    /// Words that say what is wrong, to follow "it".
    pub fn lead(&self, entry: &[u8]) -> Result<Checkpoint, String> {
        let checkpoint = Checkpoint::parse(&self.note.text)?;
        let leaf_hash = merkle::leaf_hash(entry);
        if proof::is_included(leaf_hash, self.index, checkpoint.size, &self.path, checkpoint.root) {
            Ok(checkpoint)
        } else {
            Err("does not lead from the entry to the root in the checkpoint".to_owned())
        }
    }
}

impl fmt::Display for InclusionProof {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{VERSION}\nindex {}", self.index)?;
        self.path.iter().try_for_each(|hash| writeln!(formatter, "{}", hash.to_base64()))?;
        write!(formatter, "\n{}", self.note)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::SigningKey;

    fn proofs() -> Vec<(Vec<u8>, InclusionProof)> {
        let entries: Vec<Vec<u8>> = (0..5_u8).map(|number| vec![number; 3]).collect();
        let leaves: Vec<Hash> = entries.iter().map(|entry| merkle::leaf_hash(entry)).collect();
        let checkpoint = Checkpoint { origin: "desk.example".to_owned(), size: 5, root: merkle::root(&leaves) };
        let note = Note::sign(checkpoint.text(), &[SigningKey::from_seed("desk.example", [5; 32])]);
        let prove = |index| InclusionProof {
            index: index as u64,
            path: proof::inclusion(&leaves, index).unwrap(),
            note: note.clone(),
        };
        entries.into_iter().enumerate().map(|(index, entry)| (entry, prove(index))).collect()
    }

    #[test]
    fn a_proof_is_written_read_and_followed() {
        for (entry, proof) in proofs() {
            let text = proof.to_string();
            assert!(text.starts_with("c2sp.org/tlog-proof@v1\nindex "), "{text}");
            assert_eq!(InclusionProof::parse(text.as_bytes()).as_ref(), Ok(&proof));
            let with_extra = text.replacen("\nindex", "\nextra QUJD\nindex", 1);
            assert_eq!(InclusionProof::parse(with_extra.as_bytes()).as_ref(), Ok(&proof));
            assert_eq!(proof.lead(&entry).unwrap().size, 5);
            assert!(proof.lead(b"another").is_err());
        }
    }

    #[test]
    fn what_is_no_proof_is_refused() {
        let (_, proof) = proofs().remove(0);
        let text = proof.to_string();
        for (broken, lacks) in [
            (text.replace("@v1", "@v2"), "does not begin"),
            (text.replace("index 0", "index 00"), "no number"),
            (text.replace("index 0", "place 0"), "no line with the index"),
            (text.replacen('=', "", 1), "no hash"),
            (text.replace("\n\n", "\n"), "no empty line"),
        ] {
            assert!(InclusionProof::parse(broken.as_bytes()).unwrap_err().contains(lacks), "{broken:?}");
        }
    }
}
