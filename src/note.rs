//! Signed notes, to the byte as C2SP's signed-note has them: a text, an empty line, and a line for each signature. A note
//! says nothing until a key that is trusted for other reasons has been found to have signed it.

pub mod key;
pub mod key_file;

pub use key::{SigningKey, VerifierKey};

use std::fmt;

use base64::prelude::{BASE64_STANDARD, Engine as _};

/// Longer notes are not read.
const LONGEST: usize = 1 << 20;
/// Notes with more signatures are not read; the specification wants at least 16.
const MOST_SIGNATURES: usize = 100;
/// What a signature line begins with: an em dash and a space.
const SIGNATURE_MARK: &str = "\u{2014} ";

/// A text with its signatures, none of them checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What is signed, with the newline at its end.
    pub text: String,
    /// One for each line after the empty one.
    pub signatures: Vec<Signature>,
}

/// One signature line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The name of the key that it is said to be of.
    pub key_name: String,
    /// The first four bytes of the hash of that key.
    pub key_id: [u8; 4],
    /// The signature itself; 64 bytes for Ed25519.
    pub bytes: Vec<u8>,
}

impl Note {
    /// Signs `text`, which ends in a newline, with each of the keys.
    pub fn sign(text: String, keys: &[SigningKey]) -> Self {
        let signatures = keys.iter().map(|key| key.sign(&text)).collect();
        Self { text, signatures }
    }

    /// Reads a note.
    ///
    /// # Errors
    /// Words that say what it lacks, to follow "it".
    pub fn parse(note: &[u8]) -> Result<Self, String> {
        if note.len() > LONGEST {
            return Err(format!("is longer than {LONGEST} bytes"));
        }
        let note = std::str::from_utf8(note).map_err(|_| "is not UTF-8".to_owned())?;
        if note.bytes().any(|byte| byte < b' ' && byte != b'\n') {
            return Err("holds control characters (a carriage return, perhaps)".to_owned());
        }
        let (text, lines) = note.rsplit_once("\n\n").ok_or("has no empty line between text and signatures")?;
        let lines = lines.strip_suffix('\n').ok_or("does not end in a newline")?;
        let signatures: Vec<Signature> = lines
            .split('\n')
            .map(|line| Signature::parse(line).ok_or(format!("has a line that is no signature: {line:?}")))
            .collect::<Result<_, _>>()?;
        if signatures.len() > MOST_SIGNATURES {
            return Err(format!("has more than {MOST_SIGNATURES} signatures"));
        }
        Ok(Self { text: format!("{text}\n"), signatures })
    }

    /// Which of `keys` signed it. Signatures of other keys say nothing and are passed over.
    ///
    /// # Errors
    /// The first of `keys` of which there is a signature that is wrong: then nothing in the note is to be believed.
    pub fn signers<'a>(&self, keys: &'a [VerifierKey]) -> Result<Vec<&'a VerifierKey>, &'a VerifierKey> {
        let mut signers = Vec::new();
        for key in keys {
            let mut own = self.signatures.iter().filter(|signature| signature.is_of(key)).peekable();
            if own.peek().is_none() {
                continue;
            }
            if own.any(|signature| !key.verifies(&self.text, &signature.bytes)) {
                return Err(key);
            }
            signers.push(key);
        }
        Ok(signers)
    }
}

impl fmt::Display for Note {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| writeln!(formatter, "{signature}"))
    }
}

impl Signature {
    fn parse(line: &str) -> Option<Self> {
        let (key_name, encoded) = line.strip_prefix(SIGNATURE_MARK)?.split_once(' ')?;
        let bytes = BASE64_STANDARD.decode(encoded).ok()?;
        let (key_id, bytes) = bytes.split_first_chunk::<4>()?;
        key::is_name(key_name).then(|| Self { key_name: key_name.to_owned(), key_id: *key_id, bytes: bytes.to_vec() })
    }

    /// Whether it is said to be of this key.
    pub fn is_of(&self, key: &VerifierKey) -> bool {
        self.key_name == key.name() && self.key_id == key.id()
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [self.key_id.as_slice(), &self.bytes].concat();
        write!(formatter, "{SIGNATURE_MARK}{} {}", self.key_name, BASE64_STANDARD.encode(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> [SigningKey; 2] {
        [SigningKey::from_seed("desk.example/one", [1; 32]), SigningKey::from_seed("desk.example/two", [2; 32])]
    }

    fn verifiers() -> Vec<VerifierKey> {
        keys().iter().map(SigningKey::verifier).collect()
    }

    #[test]
    fn a_note_is_written_and_read_to_the_byte() {
        let note = Note::sign("first\n\nthird\n".to_owned(), &keys());
        let written = note.to_string();
        assert!(written.starts_with("first\n\nthird\n\n\u{2014} desk.example/one "), "{written}");
        assert!(written.ends_with('\n') && written.lines().count() == 6);
        assert_eq!(Note::parse(written.as_bytes()), Ok(note));
    }

    #[test]
    fn a_note_of_another_program_is_read() {
        // Published as examples of the format, made by the Go implementation.
        let key =
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k".parse::<VerifierKey>().unwrap();
        let signature = "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=";
        let note = format!("This is an example message.\n\n\u{2014} example.com/foo {signature}\n");
        assert_eq!(Note::parse(note.as_bytes()).unwrap().signers(std::slice::from_ref(&key)), Ok(vec![&key]));
    }

    #[test]
    fn each_key_is_told_apart() {
        let verifiers = verifiers();
        let note = Note::sign("text\n".to_owned(), &keys());
        assert_eq!(note.signers(&verifiers), Ok(verifiers.iter().collect()));
        assert_eq!(note.signers(&verifiers[1..]), Ok(vec![&verifiers[1]]));
        let stranger = SigningKey::from_seed("desk.example/one", [3; 32]).verifier();
        assert_eq!(note.signers(std::slice::from_ref(&stranger)), Ok(vec![]), "the same name is not the same key");
    }

    #[test]
    fn a_wrong_signature_of_a_known_key_condemns_the_note() {
        let verifiers = verifiers();
        let note = Note::sign("text\n".to_owned(), &keys());
        let other_text = Note { text: "next\n".to_owned(), ..note.clone() };
        assert_eq!(other_text.signers(&verifiers), Err(&verifiers[0]));
        for place in 0..64 {
            let mut turned = note.clone();
            turned.signatures[1].bytes[place] ^= 1;
            assert_eq!(turned.signers(&verifiers), Err(&verifiers[1]), "byte {place}");
        }
        let mut short = note.clone();
        short.signatures[0].bytes.pop();
        assert_eq!(short.signers(&verifiers), Err(&verifiers[0]));
    }

    #[test]
    fn what_is_no_note_is_refused() {
        let sound = Note::sign("text\n".to_owned(), &keys()).to_string();
        for (broken, lacks) in [
            (String::new(), "no empty line"),
            ("text\n\n".to_owned(), "newline"),
            (sound.trim_end().to_owned(), "newline"),
            (sound.replace('\u{2014}', "-"), "no signature"),
            (sound.replace('\n', "\r\n"), "control"),
            (sound.replace("desk.example/one", "desk one"), "no signature"),
            (format!("{sound}\n"), "newline"),
            (format!("t\n\n{}", "\u{2014} a AAAAAAA=\n".repeat(101)), "more than 100"),
        ] {
            let refused = Note::parse(broken.as_bytes()).unwrap_err();
            assert!(refused.contains(lacks), "{broken:?}: {refused}");
        }
        assert!(Note::parse(b"\xFF\n\n\xE2\x80\x94 a AAAAAAA=\n").is_err());
    }
}
