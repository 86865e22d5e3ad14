//! The keys of signed notes, in the text form that C2SP's signed-note and its tools use: a verifier key to give to
//! everybody, `name+id+key`, and the private key that belongs to it, `PRIVATE+KEY+name+id+seed`. Ed25519 alone.

use std::fmt;
use std::str::FromStr;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use ed25519_dalek::Signer as _;

use super::Signature;
use crate::hash::Hash;

/// The byte that stands for Ed25519.
const ED25519: u8 = 1;
/// What the text of a private key begins with.
const PRIVATE_MARK: &str = "PRIVATE+KEY+";
/// What comes before the 32 bytes of an Ed25519 public key in the form that openssl reads (RFC 8410).
const PUBLIC_KEY_HEADER: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/// A public key and the name under which it signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    public: ed25519_dalek::VerifyingKey,
}

/// A private key. It is never shown by `{:?}`, and wiped from memory when it goes.
pub struct SigningKey {
    name: String,
    secret: ed25519_dalek::SigningKey,
}

/// Whether a key can have this name: not empty, no space of any kind, no plus sign, nothing that a note cannot hold.
pub fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|letter| letter.is_whitespace() || letter.is_control() || letter == '+')
}

impl VerifierKey {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The first four bytes of SHA-256 over the name, a newline, and the key: what tells keys of one name apart.
    pub fn id(&self) -> [u8; 4] {
        let hash = Hash::of_parts(&[self.name.as_bytes(), b"\n", &self.encoded()]);
        let [first, second, third, fourth, ..] = hash.0;
        [first, second, third, fourth]
    }

    /// Whether this is its signature over `text`.
    pub fn verifies(&self, text: &str, signature: &[u8]) -> bool {
        ed25519_dalek::Signature::from_slice(signature)
            .is_ok_and(|signature| self.public.verify_strict(text.as_bytes(), &signature).is_ok())
    }

    /// The key in the form that openssl reads.
    pub fn to_pem(&self) -> String {
        let der = [PUBLIC_KEY_HEADER.as_slice(), self.public.as_bytes()].concat();
        format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", BASE64_STANDARD.encode(der))
    }

    fn encoded(&self) -> Vec<u8> {
        [&[ED25519], self.public.as_bytes().as_slice()].concat()
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = u32::from_be_bytes(self.id());
        write!(formatter, "{}+{id:08x}+{}", self.name, BASE64_STANDARD.encode(self.encoded()))
    }
}

impl FromStr for VerifierKey {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.starts_with(PRIVATE_MARK) {
            return Err(
                "it is a private key: keep it to yourself; `dossier key show` prints the verifier key".to_owned()
            );
        }
        let (name, id, key) = parts(text.trim())?;
        let public = ed25519_dalek::VerifyingKey::from_bytes(&key).map_err(|_| "it is no point of the curve")?;
        let key = Self { name, public };
        if key.id() == id { Ok(key) } else { Err("its name, id and key do not fit together".to_owned()) }
    }
}

impl SigningKey {
    /// A new key under this name, which [`is_name`] has to allow.
    ///
    /// # Errors
    /// What the system said that had no random numbers to give.
    pub fn generate(name: &str) -> Result<Self, String> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(|error| error.to_string())?;
        Ok(Self::from_seed(name, seed))
    }

    /// The key of a seed: the same for the same.
    pub fn from_seed(name: &str, seed: [u8; 32]) -> Self {
        Self { name: name.to_owned(), secret: ed25519_dalek::SigningKey::from_bytes(&seed) }
    }

    /// The key to give to others.
    pub fn verifier(&self) -> VerifierKey {
        VerifierKey { name: self.name.clone(), public: self.secret.verifying_key() }
    }

    /// Signs a note's text.
    pub fn sign(&self, text: &str) -> Signature {
        let bytes = self.secret.sign(text.as_bytes()).to_bytes().to_vec();
        Signature { key_name: self.name.clone(), key_id: self.verifier().id(), bytes }
    }

    /// The text that holds the private key, for its file alone.
    pub fn to_secret_text(&self) -> String {
        let id = u32::from_be_bytes(self.verifier().id());
        let seed = [&[ED25519], self.secret.as_bytes().as_slice()].concat();
        format!("{PRIVATE_MARK}{}+{id:08x}+{}", self.name, BASE64_STANDARD.encode(seed))
    }
}

impl FromStr for SigningKey {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let rest = text.trim().strip_prefix(PRIVATE_MARK).ok_or("it does not begin with PRIVATE+KEY+")?;
        let (name, id, seed) = parts(rest)?;
        let key = Self::from_seed(&name, seed);
        if key.verifier().id() == id { Ok(key) } else { Err("its name, id and key do not fit together".to_owned()) }
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SigningKey({})", self.name)
    }
}

fn parts(text: &str) -> Result<(String, [u8; 4], [u8; 32]), String> {
    const FORM: &str = "a key is written name+id+key, with the id in 8 hexadecimal digits and the key in Base 64";
    let mut parts = text.splitn(3, '+');
    let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(FORM.to_owned());
    };
    let is_id = id.len() == 8 && id.bytes().all(|digit| digit.is_ascii_hexdigit());
    let id = u32::from_str_radix(id, 16).ok().filter(|_| is_id).ok_or(FORM)?;
    let key = BASE64_STANDARD.decode(key).map_err(|_| FORM)?;
    match key.split_first() {
        Some((&ED25519, key)) if is_name(name) => {
            let key = <[u8; 32]>::try_from(key).map_err(|_| "an Ed25519 key has 32 bytes")?;
            Ok((name.to_owned(), id.to_be_bytes(), key))
        }
        Some((kind, _)) if is_name(name) => {
            Err(format!("it is a key of kind {kind}; dossier knows Ed25519, which is 1"))
        }
        _ => Err(FORM.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_they_are_written() {
        let key = SigningKey::generate("desk.example/floods").unwrap();
        let again: SigningKey = key.to_secret_text().parse().unwrap();
        assert_eq!(again.verifier(), key.verifier());
        let verifier: VerifierKey = key.verifier().to_string().parse().unwrap();
        assert_eq!(verifier, key.verifier());
        assert!(verifier.verifies("text\n", &again.sign("text\n").bytes));
        assert_eq!(format!("{key:?}"), "SigningKey(desk.example/floods)");
        assert_ne!(SigningKey::generate("a").unwrap().verifier(), SigningKey::generate("a").unwrap().verifier());
    }

    #[test]
    fn signatures_are_those_of_rfc_8032() {
        // RFC 8032, 7.1, test 1: the seed, and the signature over nothing.
        let seed = Hash::from_hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60").unwrap().0;
        let key = SigningKey::from_seed("test", seed);
        let public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        assert_eq!(Hash(*key.verifier().public.as_bytes()).to_hex(), public);
        let halves = [
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155",
            "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ];
        let signature = halves.map(|half| Hash::from_hex(half).unwrap().0).concat();
        assert_eq!(key.sign("").bytes, signature);
    }

    #[test]
    fn a_private_key_of_another_program_is_read() {
        // A pair published with the Go implementation.
        let private = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
        let public = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        let key: SigningKey = private.parse().unwrap();
        assert_eq!((key.to_secret_text().as_str(), key.verifier().to_string().as_str()), (private, public));
    }

    #[test]
    fn what_is_no_key_is_refused_in_words() {
        let key = SigningKey::from_seed("desk.example", [7; 32]);
        let verifier = key.verifier().to_string();
        for (text, says) in [
            (key.to_secret_text(), "private key"),
            (verifier.replace("desk", "task"), "do not fit together"),
            (verifier.replacen('+', " ", 1), "name+id+key"),
            (verifier.replace("desk.example", "desk example"), "name+id+key"),
            (String::new(), "name+id+key"),
        ] {
            let refused = text.parse::<VerifierKey>().unwrap_err();
            assert!(refused.contains(says), "{text}: {refused}");
        }
        assert!(verifier.parse::<SigningKey>().is_err());
        let other_kind = format!("a+00000000+{}", BASE64_STANDARD.encode([4_u8; 33]));
        assert!(other_kind.parse::<VerifierKey>().unwrap_err().contains("kind 4"));
    }

    #[test]
    fn names_hold_no_space_and_no_plus() {
        assert!(is_name("desk.example/floods-2024"));
        for name in ["", "a b", "a+b", "a\u{a0}b", "a\nb", "a\u{7f}"] {
            assert!(!is_name(name), "{name:?}");
        }
    }
}
