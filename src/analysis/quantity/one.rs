//! "One" as a number and as a word for a thing: "one of them fell", but "which one", "the one that fell", "one another".

use crate::analysis::text::TokenKind;
use crate::vocabulary::grammar::{self, WordClass};
use crate::vocabulary::number_words;

use super::digits;
use super::scan::Scan;
use super::unit;

/// Whether "one" at `at` counts something.
pub fn counts(scan: &Scan<'_, '_>, at: usize) -> bool {
    let (before, next) = (scan.before(at, 1), scan.after(at, 1));
    if matches!(before, "minus" | "negative") {
        return true;
    }
    if scan.is_number(at + 1) && scan.same_sentence(at, at + 1) {
        // "one 20-tonne truck", but "one 3rd-year student" is one.
        return digits::parse(scan.text.raw(at + 1)).is_some_and(|digits| !digits.letters.is_empty());
    }
    if next == "-" {
        // "a one-year term", and not "a one-sided match".
        return unit::after(scan, at, at + 1).is_some();
    }
    // "between one and three years"
    if before == "between" && next == "and" && (number_words::begins(scan.after(at, 2)) || scan.is_number(at + 2)) {
        return true;
    }
    if next == "or" && number_words::begins(scan.after(at, 2)) {
        return true;
    }
    if matches!(next, "day" | "night" | "thing") {
        return TIMING.contains(&before);
    }
    let class = grammar::get().class(next);
    let noun = scan.kind(at + 1) == Some(TokenKind::Word) && scan.same_sentence(at, at + 1) && class.is_none();
    // "ten were hurt and that one, a cook, died": between commas stands who it is.
    if next == "," && matches!(scan.after(at, 2), "a" | "an" | "aged") && !STANDING.contains(&before) {
        return true;
    }
    if POINTING.contains(&before) {
        // "said that one sailor drowned", "this one sailor".
        return noun && !next.ends_with("ed") || next == "of" && before == "that";
    }
    if STANDING.contains(&before) || PHRASES.contains(&next) {
        return false;
    }
    let verb = matches!(class, Some(WordClass::Be | WordClass::Have));
    noun || verb || matches!(next, "of" | "that") || COUNTING.contains(&before) || before.ends_with("ing")
}

/// Words that point at a thing, or lead a clause or a noun.
const POINTING: &[&str] = &["that", "this", "the", "his", "her", "its", "their", "my", "your", "our"];

/// Words before "one" where it stands for a noun.
const STANDING: &[&str] = &[
    "no", "any", "every", "each", "which", "a", "an", "another", "other", "some", "last", "new", "old", "first",
    "second", "next", "big", "good", "everyone", "number", "such", "what", "wrong", "right", "like",
];

/// Words after "one" where it counts nothing.
const PHRASES: &[&str] = &[
    "another", "can", "could", "must", "might", "should", "would", "may", "'s", "’s", "by", "or", "who", "i", "you",
    "they", "he", "she", "we",
];

/// Words before "one" where it counts, whatever follows.
const COUNTING: &[&str] = &["and", "least", "than", "about", "only", "just", "including", "to", "killed", ""];

/// Words before "one day" where it is a length of time.
const TIMING: &[&str] = &["for", "in", "within", "about", "than", "least", "only", "just", "after", "of"];
