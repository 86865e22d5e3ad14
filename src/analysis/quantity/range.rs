//! Two numbers that are one quantity: "15 to 20", "between 15 and 20", "15–20", "two or three", "two to three hundred".

use super::bound::Qualifier;
use super::scan::Scan;
use super::term::{self, Term};
use super::{QuantityKind, label, vague};

/// What follows a term and makes it a range.
pub enum Joined {
    /// The upper end; the lower one is corrected where both share a scale. The first token too, as "between" belongs to it.
    Range {
        /// The lower end.
        low: Term,
        /// The upper end.
        high: Term,
        /// The first token.
        start: usize,
    },
    /// Two figures that are a score, a vote or the like: nothing up to this token counts.
    Nothing(usize),
}

/// The range that begins with `first`, if it is one.
pub fn read(scan: &Scan<'_, '_>, first: &Term, earliest: usize) -> Option<Joined> {
    let at = first.tokens.end;
    let connector = scan.after(at - 1, 1);
    let before = scan.before(first.tokens.start, 1);
    let between = before == "between";
    let fits = match connector {
        "to" | "through" | "~" => true,
        "and" => between,
        "-" | "–" | "—" | "‑" => scan.glued(at) == scan.glued(at + 1),
        "or" => !between,
        _ => false,
    };
    if !fits {
        return alternatives(scan, first);
    }
    let second = term::read(scan, second_start(scan, at + 1), at + 1).filter(|second| second.tokens.start <= at + 2)?;
    let dash = !matches!(connector, "to" | "through" | "and" | "or" | "~");
    let (mut low, mut high) = share(first.clone(), second);
    if dash && connector != "~" {
        let spaced_words = !scan.glued(at) && (!scan.is_number(at - 1) || !scan.is_number(at + 1));
        let chain = scan.after(high.tokens.end - 1, 1) == connector
            && scan.glued(high.tokens.end)
            && scan.is_number(high.tokens.end + 1);
        if spaced_words {
            return None;
        }
        if low.value >= high.value
            || chain
            || label::numbered_before(scan, first.tokens.start)
            || first.label && !scan.is_number(at - 1)
        {
            return Some(Joined::Nothing(high.tokens.end));
        }
        if is_score(scan, &low, &high) {
            return Some(Joined::Nothing(high.tokens.end));
        }
    } else if first.label || high.label && connector != "and" {
        return (between
            || connector == "to" && scan.before(first.tokens.start, 1) == "from" && first.label && high.label)
            .then_some(Joined::Nothing(high.tokens.end));
    }
    if low.qualifier != Qualifier::Exact || high.qualifier != Qualifier::Exact || !same_kind(&low, &high) {
        return None;
    }
    if between && low.value > high.value {
        std::mem::swap(&mut low.value, &mut high.value);
    }
    let close =
        low.value > 0.0 && high.value <= low.value * 3.0 && (high.value.fract() == 0.0) == (low.value.fract() == 0.0);
    if low.value >= high.value || connector == "or" && !close || sentenced(scan, first) {
        return None;
    }
    // "rose by 3 points to 20 points": by how much, and to what.
    if before == "by" && first.kind != QuantityKind::Plain && changed(scan, first.tokens.start - 1) {
        return None;
    }
    let from = before == "from" && connector != "or";
    if from && changed(scan, first.tokens.start - 1) {
        return None;
    }
    let start = first.tokens.start - usize::from((between || from) && first.tokens.start > earliest);
    Some(Joined::Range { low, high, start })
}

/// The first token of the number after a currency sign.
fn second_start(scan: &Scan<'_, '_>, at: usize) -> usize {
    let sign = !scan.is_word(at) && !scan.is_number(at) || matches!(scan.text.raw(at), "US" | "USD" | "EUR");
    let at = at + usize::from(sign && scan.same_sentence(at, at + 1) && scan.is_number(at + 1));
    // "19 to a maximum of 20" and the like are left to two quantities.
    at
}

/// Gives the lower end the scale of the upper one ("two to three hundred"), and both the unit that one of them has.
fn share(mut low: Term, mut high: Term) -> (Term, Term) {
    let coefficient = high.value / high.scale;
    if high.scale > 1.0 && low.scale <= 1.0 && low.value < coefficient.max(100.0) && low.value < high.scale {
        low.value *= high.scale;
    }
    if low.kind == QuantityKind::Age && high.kind == QuantityKind::Plain {
        high.kind = QuantityKind::Age;
    } else if low.kind == QuantityKind::Plain || low.kind == QuantityKind::Age {
        low.kind = high.kind.clone();
    } else if high.kind == QuantityKind::Plain && matches!(low.kind, QuantityKind::Money(_)) {
        high.kind = low.kind.clone();
    }
    (low, high)
}

fn same_kind(low: &Term, high: &Term) -> bool {
    match (&low.kind, &high.kind) {
        (one, other) => one == other,
    }
}

/// "won 2-3": small figures after or before a word of games and votes.
fn is_score(scan: &Scan<'_, '_>, low: &Term, high: &Term) -> bool {
    let (start, end) = (low.tokens.start, high.tokens.end);
    let word = |word: &str| CONTESTS.contains(&word);
    high.value < 300.0
        && (word(scan.before(start, 1))
            || word(scan.after(end - 1, 1))
            || word(scan.before(start, 2)) && scan.before(start, 1) == "a")
}

/// "sentenced 14 to 20 years": the first number counts people.
fn sentenced(scan: &Scan<'_, '_>, first: &Term) -> bool {
    matches!(
        scan.before(first.tokens.start, 1),
        "sentenced" | "condemned" | "jailed" | "sentencing" | "condemning" | "jailing"
    )
}

/// "rose from 11 to 12": a change names two numbers.
fn changed(scan: &Scan<'_, '_>, from: usize) -> bool {
    (1..=4).map(|back| scan.before(from, back)).any(|word| {
        matches!(word, "up" | "down" | "rose" | "grew" | "fell" | "went" | "cut")
            || [
                "rise", "rising", "increas", "climb", "jump", "grow", "soar", "surg", "rais", "fall", "drop",
                "decreas", "declin", "reduc", "chang", "revis", "lower", "swell", "swollen", "doubl", "tripl",
            ]
            .iter()
            .any(|stem| word.starts_with(stem))
    })
}

/// "hundreds, if not thousands": the lower of two vague numbers, read as one.
fn alternatives(scan: &Scan<'_, '_>, first: &Term) -> Option<Joined> {
    if first.qualifier != Qualifier::Indefinite {
        return None;
    }
    let mut at = first.tokens.end;
    at += usize::from(scan.after(at - 1, 1) == ",");
    let words = match (scan.after(at - 1, 1), scan.after(at - 1, 2)) {
        ("if", "not") | ("or", "even" | "perhaps" | "maybe") | ("perhaps" | "possibly" | "maybe" | "and", "even") => 2,
        ("or" | "perhaps" | "possibly", _) => 1,
        _ => return None,
    };
    let more = vague::read(scan, at + words).filter(|more| more.qualifier == Qualifier::Indefinite)?;
    let mut high = first.clone();
    high.tokens = more.tokens;
    high.value = more.value;
    (high.value > first.value).then(|| Joined::Range { low: first.clone(), high, start: first.tokens.start })
}

/// Words of games and votes.
const CONTESTS: &[&str] = &[
    "won", "win", "wins", "lost", "lose", "beat", "defeat", "victory", "draw", "drew", "vote", "voted", "loss", "lead",
    "led", "score", "set", "record",
];
