//! Amounts of money: "$5 million", "120 US dollars", "€30", "30 €". A word that several currencies share ("pounds",
//! "pesos") is told by the adjective before it; without one the amount stays without code.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::vocabulary;
use crate::vocabulary::measuring::Currency;

use super::scan::{Scan, Wordings};

/// The currency sign or code right before token `start`: its first token, and the ISO 4217 code.
pub fn sign_before(scan: &Scan<'_, '_>, start: usize) -> Option<(usize, &'static str)> {
    let (first, code) = signs().ending(scan, start)?;
    // "Rs" or "USD" is a word: one that is written small is another word.
    let word = scan.is_word(first) && first + 1 == start;
    let raw = scan.text.raw(first);
    // "the N 95" is a road.
    if raw.len() == 1 && raw.starts_with(char::is_alphabetic) && first + 1 == start {
        return None;
    }
    let mixed = raw.len() == 3 && raw.eq_ignore_ascii_case(code) && raw != *code;
    if word && (mixed || !raw.starts_with(char::is_uppercase)) {
        return None;
    }
    Some((first, code))
}

/// The currency that follows right before token `end`: the token after it, and the ISO 4217 code, empty where the
/// wording does not tell which of several it is.
pub fn after(scan: &Scan<'_, '_>, end: usize) -> Option<(usize, &'static str)> {
    let hyphen = scan.after(end - 1, 1) == "-" && scan.glued(end) && scan.glued(end + 1);
    let at = if hyphen { end + 1 } else { end };
    if !scan.same_sentence(end - 1, at) {
        return None;
    }
    if let Some((next, code)) = words().starting(scan, at) {
        return Some((next, code));
    }
    // "4.2 million won a month": a verb has a subject that is no bare million.
    if scan.lower(at) == "won" && scan.lower(end - 1).ends_with("illion") {
        return Some((at + 1, "KRW"));
    }
    let (next, code) = signs().starting(scan, at)?;
    let code_in_capitals =
        scan.text.raw(at).len() == 3 && scan.text.raw(at).bytes().all(|byte| byte.is_ascii_uppercase());
    let sign = !scan.is_word(at) && (scan.glued(at) || scan.lower(next).is_empty() || !scan.is_number(next));
    (code_in_capitals || sign).then_some((next, code))
}

/// The sign or code of letters at the beginning of a word: "RM" of "RM2.50".
pub fn sign_of_letters(letters: &str) -> Option<&'static str> {
    let rows = table();
    let code = rows.iter().find(|row| row.signs.split('|').any(|sign| sign == letters));
    code.map(|row| row.code.as_str())
}

/// A country and what is paid with there.
#[derive(Deserialize)]
struct Country {
    demonyms: String,
    currency: String,
}

fn table() -> &'static [Currency] {
    static TABLE: OnceLock<Vec<Currency>> = OnceLock::new();
    TABLE.get_or_init(|| vocabulary::rows("currencies"))
}

fn signs() -> &'static Wordings<&'static str> {
    static SIGNS: OnceLock<Wordings<&'static str>> = OnceLock::new();
    SIGNS.get_or_init(|| {
        Wordings::new(
            table().iter().flat_map(|row| row.signs.split('|').map(|sign| (sign.to_owned(), row.code.as_str()))),
        )
    })
}

fn words() -> &'static Wordings<&'static str> {
    static WORDS: OnceLock<Wordings<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut wordings: BTreeMap<String, &'static str> = BTreeMap::new();
        let countries = vocabulary::rows::<Country>("countries");
        for row in table() {
            // "50 million Guinean francs"
            let demonyms = countries.iter().filter(|country| country.currency == row.code);
            for demonym in demonyms.flat_map(|country| country.demonyms.split('|')).filter(|name| !name.is_empty()) {
                for word in row.words.split('|') {
                    wordings.insert(format!("{demonym} {word}").to_lowercase(), row.code.as_str());
                    wordings.insert(format!("{demonym} {word}s").to_lowercase(), row.code.as_str());
                }
            }
        }
        for row in table() {
            for word in row.words.split('|').flat_map(|word| [word.to_owned(), format!("{word}s")]) {
                for adjective in row.adjectives.split('|').filter(|adjective| !adjective.is_empty()) {
                    wordings.entry(format!("{adjective} {word}").to_lowercase()).or_insert(row.code.as_str());
                }
                // "Won" is a verb, "sum" and "real" are other words: they need their adjective.
                let other_word = matches!(
                    word.as_str(),
                    "won"
                        | "real"
                        | "sum"
                        | "som"
                        | "sol"
                        | "pound"
                        | "pounds"
                        | "wons"
                        | "reals"
                        | "sums"
                        | "sols"
                        | "soms"
                );
                if !other_word {
                    let code = if row.known == 1 { row.code.as_str() } else { "" };
                    let entry = wordings.entry(word).or_insert(code);
                    if entry.is_empty() {
                        *entry = code;
                    }
                }
            }
        }
        Wordings::new(wordings)
    })
}
