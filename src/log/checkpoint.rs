//! What a checkpoint says: the text of C2SP's tlog-checkpoint, which a signed note carries. It names the log, how many
//! entries it has, and the root of their Merkle tree.

use crate::hash::Hash;

/// The head of a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The log's name.
    pub origin: String,
    /// How many entries.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

impl Checkpoint {
    /// The text to be signed.
    pub fn text(&self) -> String {
        let Self { origin, size, root } = self;
        format!("{origin}\n{size}\n{}\n", root.to_base64())
    }

    /// Reads the text of a note. Lines after the third are allowed and say nothing here.
    ///
    /// # Errors
    /// Words that say what it lacks, to follow "it".
    pub fn parse(text: &str) -> Result<Self, String> {
        let lines: Vec<&str> = text.strip_suffix('\n').unwrap_or(text).split('\n').collect();
        let [origin, size, root, ..] = lines.as_slice() else {
            return Err("has fewer than three lines: origin, size and root".to_owned());
        };
        if lines.iter().any(|line| line.is_empty()) {
            return Err("has an empty line before the signatures".to_owned());
        }
        let is_plain = size.bytes().all(|digit| digit.is_ascii_digit()) && (size.len() == 1 || !size.starts_with('0'));
        let size = size.parse().ok().filter(|_| is_plain).ok_or("has no number of entries in its second line")?;
        let root = Hash::from_base64(root).ok_or("has no root hash in its third line")?;
        Ok(Self { origin: (*origin).to_owned(), size, root })
    }
}

/// Whether a log can have this name: one line, not empty.
pub fn is_origin(origin: &str) -> bool {
    !origin.is_empty() && !origin.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkpoint_is_three_lines() {
        let checkpoint = Checkpoint { origin: "desk.example/log".to_owned(), size: 0, root: Hash::of(b"") };
        let text = checkpoint.text();
        assert_eq!(text, "desk.example/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        assert_eq!(Checkpoint::parse(&text), Ok(checkpoint.clone()));
        assert_eq!(Checkpoint::parse(&format!("{text}more\n")), Ok(checkpoint));
        for (broken, lacks) in [
            (text.replace("\n0\n", "\n00\n"), "number"),
            (text.replace("\n0\n", "\n+1\n"), "number"),
            (text.replace("\n0\n", "\n99999999999999999999\n"), "number"),
            (text.replace("47DE", "47D"), "root"),
            (text.replace("desk.example/log", ""), "empty line"),
            ("log\n3\n".to_owned(), "fewer than three"),
        ] {
            assert!(Checkpoint::parse(&broken).unwrap_err().contains(lacks), "{broken:?}");
        }
    }
}
