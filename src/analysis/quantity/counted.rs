//! What a number word counts: whether a plural follows it, or a verb for which it stands as the subject.

use crate::analysis::text::TokenKind;
use crate::vocabulary::grammar::{self, WordClass};

use super::scan::Scan;

/// Whether a verb follows, so that the word at `at` stands for what it counts: "several were hurt", "dozens killed".
pub fn subject(scan: &Scan<'_, '_>, at: usize) -> bool {
    let next = scan.after(at, 1);
    let class = grammar::get().class(next);
    let auxiliary = matches!(class, Some(WordClass::Be | WordClass::Have | WordClass::Do | WordClass::Modal));
    let verb = class.is_none() && next.len() > 4 && next.ends_with("ed");
    auxiliary || verb || PREDICATES.contains(&next)
}

/// Whether one of the next words, up to a word of grammar, is a plural noun.
pub fn plural_follows(scan: &Scan<'_, '_>, at: usize) -> bool {
    // A quotation mark may close between the two: "multiple" arrests.
    let at = at + usize::from(scan.kind(at) == Some(TokenKind::CloseQuote));
    (at..at + 4)
        .take_while(|next| scan.same_sentence(at.saturating_sub(1), *next) && scan.is_word(*next))
        .take_while(|next| {
            let word = scan.lower(*next);
            // "US" is no pronoun.
            let country = scan.text.raw(*next) == "US";
            matches!(word, "of" | "other" | "more") || country || grammar::get().class(word).is_none()
        })
        .any(|next| is_plural(scan.lower(next)))
}

/// Whether a noun is written as a plural is.
pub fn is_plural(word: &str) -> bool {
    let irregular = PLURALS.contains(&word);
    let regular = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is");
    irregular || regular || word.len() > 5 && word.ends_with("men")
}

/// Words after a vague number that stands for what it counts.
const PREDICATES: &[&str] = &["dead", "died", "hurt", "missing", "of", "others", "more", "fled", "shot", "left"];

/// Plurals without "s".
const PLURALS: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "police",
    "policemen",
    "policewomen",
    "firemen",
    "servicemen",
    "gunmen",
    "fishermen",
    "lives",
    "troops",
    "personnel",
    "youth",
    "cattle",
    "sheep",
    "dead",
    "wounded",
    "injured",
    "others",
    "countrymen",
    "clergymen",
    "businessmen",
    "spokesmen",
    "militia",
    "media",
    "feet",
    "teeth",
];
