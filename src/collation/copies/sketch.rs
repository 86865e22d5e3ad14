//! What is kept of a text to find its copies: a hash of all its words, its shingles, and of these a sample, its
//! *fingerprints*. The sample takes each shingle whose hash is a multiple of a power of two. So two texts sample what they
//! share alike whatever their lengths, and what a short one shares with a long one is found, as it would not be among a fixed
//! number of least hashes (`MinHash`).

use sha2::{Digest as _, Sha256};

use super::{LEAST_SHINGLES, SHINGLE, words};
use crate::hash::Hash;
use crate::script;

/// Of a text with fewer words outside quotation marks than this part of all, all words count: it is a speech.
const LEAST_PART_OUTSIDE: usize = 4;

/// What is kept of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch {
    /// SHA-256 over its words: texts with the same words have the same.
    pub wording: Hash,
    /// How many words.
    pub words: usize,
    /// Hashes of its shingles, sorted, each once.
    pub shingles: Vec<u64>,
    /// Whether parts of its words are searched for.
    pub in_parts: bool,
}

impl Sketch {
    /// Of a text; `None` where it has no words.
    pub fn of(text: &str) -> Option<Self> {
        let mut hasher = Sha256::new();
        let (mut all, mut outside) = (Vec::new(), Vec::new());
        words::each(text, |word, quoted| {
            hasher.update(word.as_bytes());
            hasher.update(b" ");
            let hash = hash(word);
            all.push(hash);
            if !quoted {
                outside.push(hash);
            }
        });
        if all.is_empty() {
            return None;
        }
        let is_speech = outside.len() < all.len() / LEAST_PART_OUTSIDE || outside.len() < LEAST_SHINGLES + SHINGLE - 1;
        let compared = if is_speech { &all } else { &outside };
        let mut shingles: Vec<u64> = compared.windows(SHINGLE).map(shingle).collect();
        shingles.sort_unstable();
        shingles.dedup();
        Some(Self {
            wording: Hash(hasher.finalize().into()),
            words: all.len(),
            shingles,
            in_parts: script::has_parts(text),
        })
    }

    /// Of a text without words.
    pub fn empty() -> Self {
        Self { wording: Hash::of(b""), words: 0, shingles: Vec::new(), in_parts: false }
    }

    /// The fingerprints, sorted: numbers of 31 bits.
    pub fn fingerprints(&self) -> Vec<i64> {
        if self.shingles.len() < LEAST_SHINGLES {
            return Vec::new();
        }
        let sampled = sampled(self.shingles.len()) as u64;
        let mut fingerprints: Vec<i64> = self
            .shingles
            .iter()
            .filter(|shingle| **shingle % sampled == 0)
            .map(|shingle| (shingle >> 33) as i64)
            .collect();
        fingerprints.sort_unstable();
        fingerprints.dedup();
        fingerprints
    }
}

/// One of so many shingles is a fingerprint of a text that has so many of them.
pub fn sampled(shingles: usize) -> usize {
    match shingles {
        0..128 => 4,
        128..1_024 => 8,
        _ => 16,
    }
}

/// FNV-1a: the same on every machine and in every version, as rows made of it must be.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn shingle(words: &[u64]) -> u64 {
    mix(words.iter().fold(0, |hash: u64, word| mix(hash.rotate_left(17) ^ word)))
}

/// The last steps of `SplitMix64`: every bit of the result depends on every bit given.
fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    use super::super::{LEAST_PERCENT, percent};
    use super::*;

    /// Unlike sentences, told apart by `seed`.
    fn text(seed: usize, sentences: usize) -> String {
        let word = |number: usize| ["rope", "mill", "tide", "ledger", "crane", "barge", "clerk", "lamp"][number % 8];
        let sentence = |index: usize| {
            let number = seed * 7_919 + index * 104_729;
            let (one, other, third) = (word(number), word(number / 8), word(number / 64));
            format!("The {one} of ward {number} stood by a {other} when the {third} came at {}. ", number % 97)
        };
        (0..sentences).map(sentence).collect()
    }

    fn share(one: &str, other: &str) -> i64 {
        let shingles = |text| Sketch::of(text).unwrap_or_else(|| panic!("no words in {text}")).shingles;
        percent(&shingles(one), &shingles(other))
    }

    #[test]
    fn a_cut_text_is_a_copy_and_another_is_not() {
        let whole = text(1, 40);
        let cut: String = whole.split_inclusive(". ").skip(4).step_by(3).collect();
        assert!(share(&whole, &cut) >= LEAST_PERCENT);
        assert!(share(&whole, &format!("{cut}{}", text(2, 12))) >= LEAST_PERCENT);
        assert!(share(&whole, &text(3, 40)) < LEAST_PERCENT);
    }

    #[test]
    fn a_statement_quoted_in_both_makes_no_copy() {
        let quoting =
            |seed| format!("{}“{}” said the harbour master. {}", text(seed, 4), text(9, 12), text(seed + 1, 4));
        assert!(share(&quoting(20), &quoting(30)) < LEAST_PERCENT);
        // Where there is little but the statement, it is compared.
        let speech = |name: &str| format!("“{}” said {name}.", text(9, 12));
        assert!(share(&speech("Arne Vold"), &speech("the harbour master")) >= LEAST_PERCENT);
    }

    #[test]
    fn samples_of_a_short_and_a_long_text_meet() {
        let (whole, page) = (text(1, 12), text(4, 200));
        let fingerprints = |text: &str| Sketch::of(text).map(|sketch| sketch.fingerprints()).unwrap_or_default();
        let page = fingerprints(&format!("{page}{whole}{page}"));
        let met = fingerprints(&whole).iter().filter(|fingerprint| page.contains(fingerprint)).count();
        assert!(met >= 4, "{met}");
    }

    #[test]
    fn hashes_stay_the_same() {
        let sketch = Sketch::of("One two three four five.").map(|sketch| (sketch.words, sketch.shingles));
        assert_eq!(sketch, Some((5, vec![2_211_835_414_115_037_091, 11_221_087_581_536_370_767])));
        assert_eq!(Sketch::of("–"), None);
    }
}
