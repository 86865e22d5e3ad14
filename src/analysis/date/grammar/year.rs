//! Years: after a month, and alone where the place shows that a number is one. "in 2011" is a year, "2,011 people" and
//! "2011 workers" are not.

use super::absolute::part;
use crate::analysis::date::expression::{Expression, YearWord};
use crate::analysis::date::words::Words;
use crate::vocabulary::calendar::Which;

/// The year of a day that ends before token `at`, and the token after it: ", 2011", "last year", and in a dateline "90".
pub fn after(words: &Words<'_>, at: usize) -> (YearWord, usize) {
    let comma = usize::from(words.is(at, &[","]));
    if let Some((year, end)) = named(words, at + comma) {
        return (YearWord::Given(year), end);
    }
    if let Some(found) = by_distance(words, at) {
        return found;
    }
    let closes = words.is_dash(at + 1) || words.is(at + 1, &["]", ")", "("]);
    match words.word(at).parse::<i32>() {
        Ok(year) if closes && words.is_number(at) && words.word(at).len() == 2 => {
            (YearWord::Given(if year < 50 { 2000 + year } else { 1900 + year }), at + 1)
        }
        _ => (YearWord::Open, at),
    }
}

/// The year of a month that ends before token `at`: "2011", ", 2011", "of 2011", "last year".
pub fn of_month(words: &Words<'_>, at: usize) -> (YearWord, usize) {
    let joint = usize::from(words.is(at, &[",", "of"]));
    if let Some((year, end)) = named(words, at + joint) {
        return (YearWord::Given(year), end);
    }
    by_distance(words, at).unwrap_or((YearWord::Open, at))
}

/// "last year", "of this year".
fn by_distance(words: &Words<'_>, at: usize) -> Option<(YearWord, usize)> {
    let mut at = at + usize::from(words.is(at, &["of"]));
    at += usize::from(words.is(at, &["the"]) && words.is(at + 1, &["current", "past", "same"]));
    let offset = match words.which(at).filter(|_| words.is(at + 1, &["year"]))? {
        Which::Last | Which::Past => -1,
        Which::This => 0,
        Which::Next => 1,
        _ => return None,
    };
    Some((YearWord::Offset(offset), at + 2))
}

/// A year in four figures or in words ("nineteen ninety-six", "two thousand one").
fn named(words: &Words<'_>, at: usize) -> Option<(i32, usize)> {
    if words.is_number(at) {
        return figures(words.word(at)).map(|year| (year, at + 1));
    }
    let first = i32::try_from(words.number_word(at)?).ok()?;
    if first == 2 && words.is(at + 1, &["thousand"]) {
        let next = at + 2 + usize::from(words.is(at + 2, &["and"]));
        return Some(words.number_word(next).map_or((2000, at + 2), |rest| (2000 + rest.cast_signed(), next + 1)));
    }
    let century = matches!(first, 17..=20).then_some(first * 100)?;
    let tens = words.number_word(at + 1).filter(|rest| *rest >= 10)?.cast_signed();
    if tens % 10 == 0
        && let Some(unit) = words.number_word(at + 2).filter(|unit| *unit < 10)
    {
        return Some((century + tens + unit.cast_signed(), at + 3));
    }
    Some((century + tens, at + 2))
}

fn figures(token: &str) -> Option<i32> {
    token.parse().ok().filter(|year| token.len() == 4 && (1500..2200).contains(year))
}

/// A year, a decade or a run of years that stands alone.
pub fn expression(words: &Words<'_>, at: usize) -> Option<(Expression, usize)> {
    let (_, start) = part(words, at);
    let start = start + usize::from(words.is(start, &["the"]));
    let start = start + usize::from(start > at && words.is(start, &["year"]) || words.is(start, &["fiscal"]));
    let start = start + usize::from(words.is(start, &["the"]) && words.is(start + 1, &["year"])) * 2;
    if let Some(decade) = decade(words.word(start)) {
        return Some((Expression::Decade(decade), start + 1));
    }
    let (year, end) = named(words, start).or_else(|| glued(words.word(start)).map(|year| (year, start + 1)))?;
    // "Two thousand" alone may count as well as date: only the words around it tell.
    let spelled = !words.is_number(start) && !words.is(start + 1, &["thousand"]);
    (start > at || spelled || is_year(words, start, end)).then_some((Expression::Year(year), end))
}

/// "mid-1996".
fn glued(token: &str) -> Option<i32> {
    token.strip_prefix("mid-").and_then(figures)
}

/// "1990s".
fn decade(token: &str) -> Option<i32> {
    let token = token.strip_prefix("mid-").unwrap_or(token);
    token.strip_suffix('s').and_then(figures).filter(|year| year % 10 == 0)
}

/// Whether the words around a number of four figures show that it is a year.
fn is_year(words: &Words<'_>, at: usize, end: usize) -> bool {
    let alone = words.sentence.len() <= 2;
    // "1500 – 2000 people" counts as "2000 people" does.
    let last = if words.is_dash(end) && words.is_number(end + 1) { end + 2 } else { end };
    let counts = words.is_small_word(last) && !words.is(last, AFTER_A_YEAR);
    let before = words.before(at);
    let bound = matches!(before, "by" | "from" | "to" | "before" | "until" | "till" | "after" | "between" | "and");
    if bound && is_hour(words, at) {
        return false;
    }
    match before {
        "in" | "into" | "during" | "since" | "until" | "till" | "early" | "late" | "mid" | "summer" | "spring"
        | "autumn" | "winter" | "fall" | "year" | "fiscal" | "circa" => true,
        // "the quake of 1995 killed"
        "of" if is_happening(words, at.wrapping_sub(2)) => true,
        "by" | "of" | "from" | "to" | "before" | "after" | "between" | "through" | "and" | "for" | "or" | "," => {
            !counts && (before != "," || words.is(end, &[","])) && (before != "for" || words.is(end, &[",", "."]))
        }
        "-" | "–" => !counts,
        "(" => words.is(end, &[")", ",", ";", "-", "–"]),
        "the" | "a" | "an" | "his" | "her" | "its" | "their" | "our" | "that" | "this" | "'s" | "’s" => {
            words.is_small_word(end) && !counts_people(words.word(end))
        }
        _ if words.is(end, &["and", "or"]) && words.is(end + 1, &["later", "beyond", "earlier", "after", "before"]) => {
            true
        }
        // "HB 1523's rules": a number behind a name is a part of it.
        _ => alone || (words.is(end, &["'s", "’s"]) && !words.text.capitalised(at.wrapping_sub(1))),
    }
}

fn is_happening(words: &Words<'_>, at: usize) -> bool {
    words.is_small_word(at) && (words.text.word(at).is_happening || words.text.word(at).is_harm)
}

/// "before 1800", "from 1700 to 1930": more likely an hour than a year.
fn is_hour(words: &Words<'_>, at: usize) -> bool {
    words.word(at).parse::<u32>().is_ok_and(|number| number <= 1900 && number % 15 == 0 && number % 100 < 60)
}

/// Words that may follow a year and count nothing.
const AFTER_A_YEAR: &[&str] = &[
    "and",
    "or",
    "to",
    "in",
    "on",
    "at",
    "by",
    "when",
    "after",
    "before",
    "as",
    "for",
    "with",
    "that",
    "which",
    "who",
    "was",
    "were",
    "is",
    "are",
    "has",
    "had",
    "have",
    "but",
    "until",
    "through",
    "because",
    "while",
    "the",
    "a",
    "an",
    "he",
    "she",
    "it",
    "they",
    "said",
    "did",
    "following",
    "under",
    "over",
    "alone",
    "onward",
    "onwards",
    "where",
    "would",
    "will",
    "could",
    "from",
    "also",
    "there",
    "during",
    "election",
    "elections",
];

/// Whether a plural noun means people, so that the number before it counts them.
fn counts_people(noun: &str) -> bool {
    ["ers", "ors", "ists", "men", "ants", "ents", "people", "troops", "police"]
        .iter()
        .any(|ending| noun.ends_with(ending))
}
