//! Expressions that name a month: "Dec. 16, 2011", "the 16th of December", "16–17 December", "mid-December", and holidays.

use super::year;
use crate::analysis::date::expression::{Expression, Shape, YearWord};
use crate::analysis::date::words::Words;
use crate::vocabulary::calendar::{self, Part, Sense};

/// Words after which a month or a year stands for itself.
const BEFORE_A_MONTH: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "by",
    "of",
    "from",
    "through",
    "during",
    "between",
    "to",
    "before",
    "after",
    "for",
    "around",
    "about",
    "throughout",
    "and",
    "or",
    "on",
    "at",
    "into",
    "mid",
    "early",
    "late",
    "last",
    "next",
    "this",
];

/// A day with its month, or two with what lies between: "Friday, 16 December 2011", "December 16–17".
pub fn day(words: &Words<'_>, at: usize) -> Option<(Shape, usize)> {
    let start = after_weekday(words, at);
    month_first(words, start).or_else(|| day_first(words, start))
}

/// "Friday, ", "Fri. ", "Friday night, " before a date.
fn after_weekday(words: &Words<'_>, at: usize) -> usize {
    if words.any_weekday(at).is_none() {
        return at;
    }
    let mut next = at + 1;
    while words.is(next, &[".", ","]) || words.has(next, Sense::TimeOfDay) {
        next += 1;
    }
    next
}

fn month_first(words: &Words<'_>, at: usize) -> Option<(Shape, usize)> {
    let (month, next, _) = month_name(words, at)?;
    let next = next + usize::from(words.is(next, &["the"]));
    let (days, end) = days(words, next, true).or_else(|| words.ordinal(next).map(|day| ((day, None), next + 1)))?;
    // "in December 14 workers …": after "in" the number is no day.
    if words.before(at) == "in" && words.is_small_word(end) {
        return None;
    }
    let (year, end) = year::after(words, end);
    Some((shape(month, days, year)?, end))
}

fn day_first(words: &Words<'_>, at: usize) -> Option<(Shape, usize)> {
    let at = at + usize::from(words.is(at, &["the"]));
    let spelled = words.ordinal(at).filter(|_| words.is(at + 1, &["of"])).map(|day| ((day, None), at + 1));
    let (days, next) = days(words, at, false).or(spelled)?;
    let next = next + usize::from(words.is(next, &["of"]));
    let (month, end, _) = month_name(words, next)?;
    let (year, end) = year::after(words, end);
    Some((shape(month, days, year)?, end))
}

fn shape(month: u32, (first, last): (u32, Option<u32>), year: YearWord) -> Option<Shape> {
    let day = |day| Expression::Day { year, month, day };
    match last {
        None => Some(Shape::One(day(first))),
        Some(last) if first < last => Some(Shape::Between(day(first), day(last))),
        Some(_) => None,
    }
}

/// One day of a month, or two that a dash, "to" or "and" joins. Behind a month ("December 16 and 17") the second number
/// must not count what follows it.
fn days(words: &Words<'_>, at: usize, behind: bool) -> Option<((u32, Option<u32>), usize)> {
    if !words.is_number(at) {
        return None;
    }
    let token = words.word(at);
    if let Some((first, last)) = token.split_once(['-', '/', '\u{2011}']) {
        return Some(((day_number(first)?, Some(day_number(last)?)), at + 1));
    }
    let first = day_number(token)?;
    let joined = words.is_dash(at + 1) || words.is(at + 1, &["to", "and", "or", "through", "&"]);
    let second =
        Some(at + 2).filter(|next| joined && words.is_number(*next)).and_then(|next| day_number(words.word(next)));
    let counts = behind && words.is_small_word(at + 3) && !words.is_dash(at + 1);
    let month_follows = |next: usize| month_name(words, next + usize::from(words.is(next, &["of"]))).is_some();
    match second {
        Some(last) if last > first && (if behind { !counts || last == first + 1 } else { month_follows(at + 3) }) => {
            Some(((first, Some(last)), at + 3))
        }
        _ => Some(((first, None), at + 1)),
    }
}

/// "16", "16th": a day of a month.
pub fn day_number(token: &str) -> Option<u32> {
    let digits = token.trim_end_matches(|last: char| last.is_ascii_alphabetic());
    let ending = token.get(digits.len()..).unwrap_or_default();
    if !matches!(ending, "" | "st" | "nd" | "rd" | "th") {
        return None;
    }
    digits.parse().ok().filter(|day| (1..=31).contains(day) && digits.len() <= 2)
}

/// A month, the token after it, and whether it is abbreviated. "may", "march" and abbreviations need their capital.
fn month_name(words: &Words<'_>, at: usize) -> Option<(u32, usize, bool)> {
    let token = words.word(at);
    words.senses(at).iter().find_map(|sense| match *sense {
        Sense::Month(month) => {
            let ambiguous = matches!(token, "may" | "march" | "august");
            (!ambiguous || words.text.capitalised(at)).then_some((month, at + 1, false))
        }
        Sense::MonthShort(month) if words.text.capitalised(at) => {
            Some((month, at + 1 + usize::from(words.is(at + 1, &["."])), true))
        }
        _ => None,
    })
}

/// A month without a day: "May", "mid-December", "the end of October 2011", "June last year".
pub fn month(words: &Words<'_>, at: usize) -> Option<(Expression, usize)> {
    let (part, start) = part(words, at);
    let (month, next, short) = month_name(words, start)?;
    let (year, end) = year::of_month(words, next);
    let alone = words.sentence.len() <= end - at + 1;
    let certain = part.is_some() || year != YearWord::Open || alone || stands_for_itself(words, start);
    if !certain || (short && year == YearWord::Open && part.is_none() && !alone && !words.is(next - 1, &["."])) {
        return None;
    }
    Some((Expression::Month { year, month, part }, end))
}

/// Whether a bare month at `at` is a month: not a verb, not a person's name, not a part of a name.
fn stands_for_itself(words: &Words<'_>, at: usize) -> bool {
    let introduced = words.is(at.wrapping_sub(1), BEFORE_A_MONTH) && at > words.sentence.start;
    if matches!(words.word(at), "may" | "march" | "august") {
        return introduced && !words.is(at.wrapping_sub(1), &["and", "or", "to", "for", "on"]);
    }
    let name_follows = words.text.capitalised(at + 1) && !words.word(at + 1).is_empty();
    introduced || !name_follows
}

/// "early", "mid-", "the end of" before a month or a year, and the token after it.
pub fn part(words: &Words<'_>, at: usize) -> (Option<Part>, usize) {
    if words.word(at).starts_with("mid-") {
        return (Some(Part::Middle), at);
    }
    let start = at + usize::from(words.is(at, &["the"]));
    let Some(part) = words.part(start) else { return (None, at) };
    let mut next = start + 1;
    if words.is(next, &["of", "in"]) || words.is_dash(next) {
        next += 1;
    }
    (Some(part), next)
}

/// A named day of the year: "Christmas Day", "Easter Sunday 2015". One word alone ("Christmas") only after a preposition.
pub fn holiday(words: &Words<'_>, at: usize) -> Option<(Expression, usize)> {
    if !words.has(at, Sense::Holiday) || !words.text.capitalised(at) {
        return None;
    }
    let spelled = |at: usize, word: &str| match words.word(at) {
        "’s" => word == "'s",
        "’" => word == "'",
        token => token == word,
    };
    let (name, holiday) = calendar::get()
        .holidays(words.word(at))
        .iter()
        .find(|(name, _)| name.iter().enumerate().all(|(offset, word)| spelled(at + offset, word)))?;
    let end = at + name.len();
    let introduced =
        words.is(at.wrapping_sub(1), &["on", "at", "before", "since", "until", "by", "after", "over", "last", "this"]);
    let bare = name.len() == 1 && (!introduced || words.text.capitalised(end));
    if bare && words.sentence.len() > 2 {
        return None;
    }
    let (year, end) = year::after(words, end);
    Some((Expression::Holiday(*holiday, year), end))
}
