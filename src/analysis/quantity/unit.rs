//! What a number is a number of, where a unit follows it: percent, lengths of time, measurements, ages.

use std::sync::OnceLock;

use foldhash::HashMap;

use crate::vocabulary;
use crate::vocabulary::measuring::{Unit, UnitKind};

use super::QuantityKind;
use super::digits;
use super::scan::{Scan, Wordings};

/// The unit that follows the number whose last token is right before `end`: the token after it, and the kind.
pub fn after(scan: &Scan<'_, '_>, start: usize, end: usize) -> Option<(usize, QuantityKind)> {
    if let Some(kind) = glued(scan, end - 1) {
        return Some((end, kind));
    }
    let hyphen = scan.after(end - 1, 1) == "-" && scan.glued(end) && scan.glued(end + 1);
    let at = if hyphen { end + 1 } else { end };
    if let Some(age) = age(scan, at) {
        return Some(age);
    }
    // "three-week-long", "20-foot-high": the unit leads its compound.
    if scan.lower(at).contains('-')
        && let Some((unit, _)) = scan.lower(at).split_once('-').filter(|(unit, _)| unit.len() > 2)
        && let Some(kind) = single(unit)
    {
        return Some((at + 1, kind));
    }
    let more =
        matches!(scan.lower(at), "more" | "additional" | "further" | "full" | "consecutive" | "straight" | "whole");
    if more && let Some((next, kind)) = duration_after(scan, at) {
        return Some((next, kind));
    }
    let (next, unit) = units().starting(scan, at).filter(|_| scan.same_sentence(end - 1, at))?;
    let word = scan.lower(at);
    let short = word.chars().count() <= 2 && word.chars().all(char::is_alphabetic) && next == at + 1;
    let in_digits = (start..end).any(|token| scan.is_number(token));
    if short && (!in_digits || matches!(word, "a" | "g" | "p" | "l" | "v" | "m" | "w") && scan.capitalised(at + 1)) {
        return None;
    }
    Some((next, *unit))
}

/// "eighteen more days": a length of time behind a word that adds to it.
fn duration_after(scan: &Scan<'_, '_>, at: usize) -> Option<(usize, QuantityKind)> {
    let (next, unit) = units().starting(scan, at + 1).filter(|_| scan.same_sentence(at, at + 1))?;
    matches!(unit, QuantityKind::Duration(_)).then_some((next, *unit))
}

/// The kind of a unit glued to digits: "64GB", "10km".
pub fn glued(scan: &Scan<'_, '_>, at: usize) -> Option<QuantityKind> {
    let letters = digits::parse(scan.text.raw(at)).filter(|_| scan.is_number(at))?.letters;
    if letters.is_empty() { None } else { single(&letters.to_lowercase()) }
}

/// The kind of a unit of one word.
fn single(word: &str) -> Option<QuantityKind> {
    singles().get(word).copied()
}

/// "years old", "year-old", "years of age".
fn age(scan: &Scan<'_, '_>, at: usize) -> Option<(usize, QuantityKind)> {
    let word = scan.lower(at);
    if matches!(word, "year-old" | "year-olds" | "years-old") {
        return Some((at + 1, QuantityKind::Age));
    }
    if !matches!(word, "year" | "years") {
        return None;
    }
    match (scan.after(at, 1), scan.after(at, 2)) {
        ("old" | "olds", _) => Some((at + 2, QuantityKind::Age)),
        ("-", "old") | ("of", "age") => Some((at + 3, QuantityKind::Age)),
        _ => None,
    }
}

fn kind(row: Unit) -> QuantityKind {
    match row.kind {
        UnitKind::Percent => QuantityKind::Percent,
        UnitKind::Duration => ["second", "minute", "hour", "day", "week", "month", "year"]
            .into_iter()
            .find(|unit| *unit == row.unit)
            .map_or_else(|| QuantityKind::Measurement(row.unit.leak()), QuantityKind::Duration),
        UnitKind::Measurement => QuantityKind::Measurement(row.unit.leak()),
    }
}

/// Every wording with its unit.
fn rows() -> impl Iterator<Item = (String, QuantityKind)> {
    vocabulary::rows::<Unit>("units").into_iter().map(|mut row| (std::mem::take(&mut row.wording), kind(row)))
}

fn units() -> &'static Wordings<QuantityKind> {
    static UNITS: OnceLock<Wordings<QuantityKind>> = OnceLock::new();
    UNITS.get_or_init(|| Wordings::new(rows()))
}

/// The wordings of one word.
fn singles() -> &'static HashMap<String, QuantityKind> {
    static SINGLES: OnceLock<HashMap<String, QuantityKind>> = OnceLock::new();
    SINGLES.get_or_init(|| {
        let mut singles = HashMap::default();
        for (wording, kind) in rows().filter(|(wording, _)| !wording.contains(' ')) {
            singles.entry(wording).or_insert(kind);
        }
        singles
    })
}
