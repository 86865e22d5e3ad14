//! How spellings are folded, how they sound, and when their letters are close.

use rphonetic::{DoubleMetaphone, Encoder};

use crate::analysis::NameKind;
use crate::vocabulary::geography;

/// Letters that transliterations exchange without another sound, longest first.
const TRANSLITERATIONS: &[(&str, &str)] = &[
    ("zh", "j"),
    ("dj", "j"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("bh", "b"),
    ("ph", "f"),
    ("ck", "k"),
    ("ou", "u"),
    ("q", "k"),
    ("y", "i"),
    ("w", "v"),
];

/// ASCII letters and digits of a place's or a body's spelling, in lower case, without article, possessive ending and (for
/// a place) administrative nouns, folded as transliterations vary. An acronym keeps its letters.
pub fn folded(kind: NameKind, spelling: &str) -> String {
    let words = words(spelling);
    let kept: Vec<&str> = match kind {
        NameKind::Place => {
            let geography = geography::get();
            let administrative = |word: &str| geography.noun(word).is_some_and(geography::PlaceNoun::is_administrative);
            words
                .iter()
                .map(String::as_str)
                .filter(|word| !administrative(word) && !matches!(*word, "the" | "of"))
                .collect()
        }
        _ => words.iter().map(String::as_str).filter(|word| *word != "the").collect(),
    };
    let all = || words.iter().map(String::as_str).collect::<Vec<_>>();
    fold(&if kept.is_empty() { all() } else { kept }.concat())
}

/// The words of a spelling in ASCII lower case, without a possessive ending; hyphens part words, apostrophes and stops do not.
pub fn words(spelling: &str) -> Vec<String> {
    // Lower case comes first: a letter and its lower case may be written in ASCII differently.
    let ascii = any_ascii::any_ascii(&spelling.to_lowercase()).to_lowercase();
    let ascii = ascii.trim().trim_end_matches("'s").trim_end_matches('\'');
    ascii
        .split(|character: char| !(character.is_ascii_alphanumeric() || matches!(character, '\'' | '.' | '`')))
        .map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Folds lower-case ASCII letters as transliterations vary, and doubled letters to one.
pub fn fold(letters: &str) -> String {
    let mut rest = letters;
    let mut folded = String::with_capacity(letters.len());
    while let Some(first) = rest.chars().next() {
        let (taken, put) = TRANSLITERATIONS
            .iter()
            .find(|(from, _)| rest.starts_with(from))
            .map_or((first.len_utf8(), None), |(from, to)| (from.len(), Some(*to)));
        let put = put.map_or(first, |to| to.chars().next().unwrap_or(first));
        if first.is_ascii_digit() || !folded.ends_with(put) {
            folded.push(put);
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    folded
}

/// The sound of folded letters: Double Metaphone, with digits as they are.
pub fn sound_of(folded: &str) -> String {
    let (digits, letters): (String, String) = folded.chars().partition(char::is_ascii_digit);
    let mut sound = DoubleMetaphone::new(None).encode(&letters);
    if sound.is_empty() {
        sound = letters;
    }
    sound + &digits
}

/// Whether two folded spellings of one sound are near enough to be one name. Vowels that transliterations confuse weigh
/// less than others, consonants of one sound less than vowels; short names must agree more closely.
pub fn close(a: &str, b: &str) -> bool {
    let length = a.len().max(b.len());
    let allowed = match length {
        0..=3 => 0,
        4..=5 => 50,
        6..=8 => 80,
        _ => 150,
    };
    // an insertion is never cheaper than 50
    a == b || (a.len().abs_diff(b.len()) * 50 <= allowed && distance(a.as_bytes(), b.as_bytes()) <= allowed)
}

/// Weighted edit distance in hundredths; the first letters may differ only as consonants of one sound.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = vec![0; b.len() + 1];
    for column in 0..b.len() {
        row[column + 1] = row[column] + inserted(b, column);
    }
    for (line, letter) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] += inserted(a, line);
        for (column, other) in b.iter().enumerate() {
            let mut swapped = exchanged(*letter, *other);
            if line == 0 && column == 0 && letter != other && (is_vowel(*letter) || is_vowel(*other)) {
                swapped = 200;
            }
            let best =
                (diagonal + swapped).min(row[column + 1] + inserted(a, line)).min(row[column] + inserted(b, column));
            diagonal = row[column + 1];
            row[column + 1] = best;
        }
    }
    row.last().copied().unwrap_or_default()
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// What a letter costs that only one spelling has: little for a silent h and for a vowel
/// beside another that does not end the name.
fn inserted(letters: &[u8], at: usize) -> usize {
    let neighbour = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|letter| is_vowel(*letter));
    let (before, after) = (neighbour(at.checked_sub(1)), neighbour(Some(at + 1)));
    match letters.get(at) {
        Some(b'h') if at > 0 => 50,
        Some(letter) if is_vowel(*letter) && (before || after) && at + 1 < letters.len() => 50,
        _ => 120,
    }
}

fn exchanged(a: u8, b: u8) -> usize {
    let pair = (a.min(b), a.max(b));
    match pair {
        (a, b) if a == b => 0,
        (b'e', b'i') | (b'o', b'u') => 50,
        (b'a', b'e' | b'o') => 75,
        (b's', b'z')
        | (b'g' | b'c', b'k')
        | (b'c', b's')
        | (b'b', b'p')
        | (b'd', b't')
        | (b'f', b'v')
        | (b'g', b'j') => 60,
        (a, b) if is_vowel(a) && is_vowel(b) => 100,
        _ => 120,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_forgets_what_transliterations_vary() {
        for (a, b) in [("zhezkazgan", "jezkazgan"), ("khartoum", "kartum"), ("buhari", "buhari"), ("yassin", "iasin")] {
            assert_eq!(fold(a), fold(b));
        }
        assert_eq!(folded(NameKind::Place, "the city of Oyo"), "oio");
        assert_eq!(folded(NameKind::Place, "Province"), "province");
    }

    #[test]
    fn close_spellings_are_told_from_others() {
        for (a, b, expected) in [
            ("gadafi", "kadafi", true),
            ("nazarbaiev", "nazarbaev", true),
            ("shimkent", "chimkent", true),
            ("niger", "nigeria", false),
            ("oman", "aman", false),
        ] {
            assert_eq!(close(a, b), expected, "{a} {b}");
        }
    }
}
