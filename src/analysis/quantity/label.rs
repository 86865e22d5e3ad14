//! Numbers that count nothing: years, clock times, parts of names, scores, addresses, telephone numbers.

use std::sync::OnceLock;

use foldhash::HashMap;

use crate::vocabulary;
use crate::vocabulary::counting::Nature;
use crate::vocabulary::geography;
use crate::vocabulary::grammar;
use crate::vocabulary::measuring::NumberedThing;

use super::bound;
use super::counted::is_plural;
use super::digits;
use super::numeral::Numeral;
use super::scan::Scan;

/// Whether the number, which no currency or unit goes with, counts nothing.
pub fn is_label(scan: &Scan<'_, '_>, number: &Numeral) -> bool {
    let at = number.tokens.start;
    if number.tokens.len() == 1 && scan.is_number(at) {
        let raw = scan.text.raw(at);
        let bare = digits::parse(raw).is_some_and(|digits| digits.bare);
        if is_clock(scan, at) || is_item(scan, at) || is_code(scan, at) {
            return true;
        }
        if bare && raw.len() == 4 && (1100.0..2100.0).contains(&number.value) && is_year(scan, at) {
            return true;
        }
        if bare && raw.len() > 1 && raw.starts_with('0') && !scan.text.source.trim().eq(raw) {
            return true;
        }
        if is_named(scan, at) || is_address(scan, at) || bare && number.value >= 100.0 && is_model(scan, at) {
            return true;
        }
    } else if scan.capitalised(at)
        && !scan.begins_sentence(at)
        && scan.capitalised(at.wrapping_sub(1))
        && !title_case(scan, at)
        && !follows_capitals(scan, at)
    {
        // "Channel Four", "World War Two".
        return is_name_word(scan, at - 1);
    }
    numbered_before(scan, at) || is_age_limit(scan, at)
}

/// "5 p.m.", "10 o'clock", "0530 GMT", "at 1400 hours".
fn is_clock(scan: &Scan<'_, '_>, at: usize) -> bool {
    let military = scan.text.raw(at).len() == 4 && scan.text.raw(at).starts_with(['0', '1', '2']);
    match scan.after(at, 1) {
        "a.m." | "p.m." | "am" | "pm" | "a.m" | "p.m" | "o'clock" | "o’clock" | "gmt" | "utc" | "est" | "noon"
        | "midnight" => true,
        "hours" | "hrs" | "local" => military && !scan.text.raw(at).contains(','),
        _ => is_hour_of_day(scan, at),
    }
}

/// "at 1845", "at about 0530": four digits that are an hour and a minute, and count nothing.
fn is_hour_of_day(scan: &Scan<'_, '_>, at: usize) -> bool {
    let raw = scan.text.raw(at);
    let hour = raw.get(..2).and_then(|hour| hour.parse::<u8>().ok());
    let minute = raw.get(2..).filter(|_| raw.len() == 4).and_then(|minute| minute.parse::<u8>().ok());
    let back = if matches!(scan.before(at, 1), "approximately" | "about" | "around" | "exactly") { 2 } else { 1 };
    hour.is_some_and(|hour| hour < 25)
        && minute.is_some_and(|minute| minute < 60)
        && scan.before(at, back) == "at"
        && !is_plural(scan.after(at, 1))
}

/// "1. Keep calm", "(2)", "[3]", "#4".
fn is_item(scan: &Scan<'_, '_>, at: usize) -> bool {
    let (before, after) = (scan.before(at, 1), scan.after(at, 1));
    let bracketed = matches!((before, after), ("[", "]")) || before == "(" && after == ")" && scan.begins_sentence(at);
    let leading =
        scan.begins_sentence(at) && matches!(after, "." | ")") && scan.glued(at + 1) && !scan.after(at, 2).is_empty();
    bracketed || leading || matches!(before, "#" | "№" | "@")
}

/// A figure of a telephone number, a score, a version: digits joined to digits by a mark.
fn is_code(scan: &Scan<'_, '_>, at: usize) -> bool {
    let joined_after = matches!(scan.after(at, 1), "-" | "–" | "/" | "*" | ":" | "x")
        && scan.glued(at + 1)
        && scan.glued(at + 2)
        && scan.is_number(at + 2);
    let joined_before = matches!(scan.before(at, 1), "-" | "–" | "/" | "*" | ":" | "x")
        && scan.glued(at)
        && at >= 2
        && scan.glued(at - 1)
        && scan.is_number(at - 2);
    let hyphenated_name = scan.before(at, 1) == "-" && scan.glued(at) && at >= 2 && scan.capitalised(at - 2);
    joined_after || joined_before || hyphenated_name
}

/// "eight children under 16", "men over 60": how old those before it are.
fn is_age_limit(scan: &Scan<'_, '_>, at: usize) -> bool {
    let people = || {
        let noun = at.checked_sub(2).map(|noun| scan.text.word(noun));
        noun.is_some_and(|noun| noun.group.is_some_and(|known| known.plural && known.nature == Nature::Person))
    };
    let counts_on = scan.is_word(at + 1) && scan.text.word(at + 1).class.is_none();
    matches!(scan.before(at, 1), "under" | "over" | "below" | "above") && people() && !counts_on
}

/// Four digits that stand as a year: nothing that they could count follows, or a word of time stands before them.
fn is_year(scan: &Scan<'_, '_>, at: usize) -> bool {
    let before = scan.before(at, 1);
    let after = scan.after(at, 1);
    // "charged over 1998 blast", but "over 1998 people"
    let over_happening = before == "over" && geography::get().is_happening(after) && !is_plural(after);
    if over_happening {
        return true;
    }
    if bound::before(scan, at, 0, false).is_some_and(|(_, qualifier)| qualifier.is_open()) {
        return false;
    }
    // "between 1848 and 1900": the first was found to be a date.
    if matches!(before, "and" | "to" | "-" | "–") && at >= 2 && scan.dated(at - 2) && scan.is_number(at - 2) {
        return true;
    }
    let bounded = AROUND.contains(&before);
    let timed = TIME_WORDS.contains(&before);
    let counts = scan.is_word(at + 1)
        && grammar::get().class(after).is_none()
        && (is_plural(after) || !scan.capitalised(at + 1) && is_plural(scan.after(at, 2)));
    let hyphenated = after == "-" && scan.glued(at + 1);
    if bounded {
        return !counts && before == "to"
            || matches!(before, "around" | "about") && !counts && scan.before(at, 2) == "in";
    }
    if hyphenated || !counts {
        return !hyphenated;
    }
    // "the Marabo 1998 floods": figures of our age right after a name, and not round.
    let after_name = scan.capitalised(at.wrapping_sub(1)) && !scan.begins_sentence(at - 1);
    let dated_name = after_name && !scan.text.raw(at).ends_with('0') && scan.text.raw(at) > "1900";
    let weak = matches!(before, "of" | "by" | "from" | "after") && scan.text.raw(at).ends_with('0');
    timed && (!weak || scan.capitalised(at + 1)) || dated_name
}

/// "PANIC AT ORVO Nine dead …": a heading in capitals runs into the next.
fn follows_capitals(scan: &Scan<'_, '_>, at: usize) -> bool {
    let capitals = |at: usize| {
        let raw = scan.text.raw(at);
        raw.len() > 1 && raw.chars().all(char::is_uppercase)
    };
    at >= 2 && !capitals(at) && capitals(at - 1) && capitals(at - 2)
}

/// "Route 9", "Boeing 707", "Game 5": a capital before the figures, in text whose capitals tell.
fn is_named(scan: &Scan<'_, '_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| scan.same_sentence(*before, at)) else { return false };
    if !names(scan, before) || title_case(scan, at) || scan.text.raw(at).contains(',') || !is_name_word(scan, before) {
        return false;
    }
    let next = scan.after(at, 1);
    let counted = scan.is_word(at + 1)
        && !scan.capitalised(at + 1)
        && (is_plural(next) || is_plural(scan.after(at, 2)) && grammar::get().class(next).is_none());
    let verb = VICTIMS.contains(&next) && !scan.begins_sentence(before);
    !(counted || verb)
}

/// "the 707 Stratoliner": figures between an article and a name in the singular.
fn is_model(scan: &Scan<'_, '_>, at: usize) -> bool {
    let determined = matches!(scan.before(at, 1), "the" | "a" | "its" | "own" | "new");
    determined && scan.capitalised(at + 1) && !title_case(scan, at) && !(1..4).any(|on| is_plural(scan.after(at, on)))
}

/// A word with a capital at its head or within ("eBay").
fn names(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.is_word(at) && scan.text.raw(at).chars().any(char::is_uppercase)
}

/// A capitalised word that can take a number into its name: no day, month, function word, or verb at the beginning.
fn is_name_word(scan: &Scan<'_, '_>, at: usize) -> bool {
    let word = scan.lower(at);
    let first = scan.begins_sentence(at);
    let participle = first && (word.ends_with("ing") || word.ends_with("ed"));
    grammar::get().class(word).is_none()
        && !vocabulary::calendar::get().is_day_or_month(word)
        && !participle
        && !scan.dated(at)
        && (word.len() > 1 || scan.before(at, 1) == "&")
}

/// Whether most words of the sentence are capitalised, so that a capital tells nothing.
fn title_case(scan: &Scan<'_, '_>, at: usize) -> bool {
    let Some(sentence) = scan.text.tokens.get(at).and_then(|token| scan.text.sentences.get(token.sentence)) else {
        return false;
    };
    let (mut capitals, mut words) = (0, 0);
    for token in sentence.tokens.clone().take(60) {
        if scan.is_word(token) && scan.lower(token).len() > 3 {
            words += 1;
            capitals += usize::from(scan.capitalised(token));
        }
    }
    words > 2 && capitals * 3 > words * 2
}

/// "room 12", "resolution 1973": a word that takes a number.
pub fn numbered_before(scan: &Scan<'_, '_>, at: usize) -> bool {
    if scan.text.raw(at).contains(',') {
        return false;
    }
    let mut before = scan.before(at, 1);
    let mut place = at.wrapping_sub(1);
    if before == "." {
        before = scan.before(at, 2);
        place = at.wrapping_sub(2);
    }
    if matches!(before, "top" | "bottom") && !is_plural(scan.after(at, 1)) {
        return true;
    }
    match things().get(before) {
        Some(bare) => {
            let singular_next = !(1..4).any(|on| is_plural(scan.after(at, on))) || before == "no";
            let number_word = !scan.is_number(at) && !scan.capitalised(at);
            // "No" is short for number only before figures.
            let no = matches!(before, "no" | "nos") && (number_word || scan.before(at, 1) != ".");
            let determined =
                number_word && !matches!(before, "number" | "phase" | "stage" | "chapter" | "grade" | "level");
            (*bare || scan.capitalised(place) && !title_case(scan, place)) && singular_next && !no && !determined
        }
        None => false,
    }
}

fn things() -> &'static HashMap<String, bool> {
    static THINGS: OnceLock<HashMap<String, bool>> = OnceLock::new();
    THINGS.get_or_init(|| {
        vocabulary::rows::<NumberedThing>("numbered_things").into_iter().map(|row| (row.word, row.bare == 1)).collect()
    })
}

/// "14 Elm Street": a number, a name, and what a street is called.
fn is_address(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.capitalised(at + 1)
        && (1..5).any(|on| {
            let street = STREETS.contains(&scan.after(at, on));
            street
                && scan.capitalised(at + on)
                && (1..on).all(|between| scan.capitalised(at + between) || scan.is_number(at + between))
        })
}

/// Words before a number that is put roughly.
const AROUND: &[&str] = &["about", "around", "some", "nearly", "almost", "approximately", "roughly", "to"];

/// Words before a year.
const TIME_WORDS: &[&str] = &[
    "in", "since", "until", "till", "during", "early", "late", "mid", "year", "spring", "summer", "autumn", "fall",
    "winter", "of", "by", "from", "before", "after",
];

/// What a street is called.
const STREETS: &[&str] = &[
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "boulevard",
    "blvd",
    "drive",
    "court",
    "square",
    "place",
    "way",
    "terrace",
];

/// Words after a number of people who are not named again: "In Marabo 20 died".
const VICTIMS: &[&str] = &[
    "were", "have", "had", "was", "died", "dead", "killed", "injured", "wounded", "hurt", "missing", "arrested",
    "detained",
];
