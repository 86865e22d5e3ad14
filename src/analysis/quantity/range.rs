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
    let start = first.tokens.start;
    let (before, connector) = (scan.before(start, 1), scan.after(at - 1, 1));
    let between = before == "between";
    let dash = matches!(connector, "-" | "–" | "—" | "‑") && scan.glued(at) == scan.glued(at + 1);
    let word =
        matches!(connector, "to" | "through" | "~") || connector == "and" && between || connector == "or" && !between;
    if !(dash || word) {
        return alternatives(scan, first);
    }
    let second = term::read(scan, second_start(scan, at + 1), at + 1).filter(|second| second.tokens.start <= at + 2)?;
    let (mut low, mut high) = share(first.clone(), second);
    let nothing = Some(Joined::Nothing(high.tokens.end));
    if dash {
        if !(scan.glued(at) || scan.is_number(at - 1) && scan.is_number(at + 1)) {
            return None;
        }
        if low.value >= high.value || is_code(scan, first, &high) || is_score(scan, &low, &high) {
            return nothing;
        }
    } else if first.label || high.label && connector != "and" {
        return nothing.filter(|_| between || before == "from" && connector == "to" && high.label);
    }
    let exact = low.qualifier == Qualifier::Exact && high.qualifier == Qualifier::Exact;
    if between && low.value > high.value {
        std::mem::swap(&mut low.value, &mut high.value);
    }
    if !exact || low.kind != high.kind || low.value >= high.value || sentenced(scan, first) {
        return None;
    }
    if connector == "or" && !are_close(low.value, high.value) {
        return None;
    }
    // "rose by 3 points to 20 points" and "rose from 11 to 12" name two numbers.
    let change = before == "by" && first.kind != QuantityKind::Plain || before == "from";
    if change && changed(scan, start - 1) {
        return None;
    }
    let preposition = between || before == "from" && connector != "or";
    // "anything from 15 to 40", "somewhere between 300 and 500"
    let loose = preposition && matches!(scan.before(start, 2), "anything" | "anywhere" | "somewhere");
    let first = start.saturating_sub(usize::from(preposition) + usize::from(loose));
    Some(Joined::Range { low, high, start: first.max(earliest.min(start)) })
}

/// The first token of the number, behind a currency sign.
fn second_start(scan: &Scan<'_, '_>, at: usize) -> usize {
    let sign = !scan.is_word(at) && !scan.is_number(at) || matches!(scan.text.raw(at), "US" | "USD" | "EUR");
    at + usize::from(sign && scan.same_sentence(at, at + 1) && scan.is_number(at + 1))
}

/// "555-123-4567", "Battalion 3-16": a chain of figures, or figures behind a word that takes them as a name.
fn is_code(scan: &Scan<'_, '_>, first: &Term, high: &Term) -> bool {
    let end = high.tokens.end;
    let chain = matches!(scan.after(end - 1, 1), "-" | "–") && scan.glued(end) && scan.is_number(end + 1);
    let in_words = !scan.is_number(first.tokens.end - 1);
    chain || first.label && in_words || label::numbered_before(scan, first.tokens.start)
}

/// "two or three", "10 or 12", and not "2 or 200".
fn are_close(low: f64, high: f64) -> bool {
    low > 0.0 && high <= low * 3.0 && (high.fract() == 0.0) == (low.fract() == 0.0)
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
        low.kind = high.kind;
    } else if high.kind == QuantityKind::Plain && matches!(low.kind, QuantityKind::Money(_)) {
        high.kind = low.kind;
    }
    (low, high)
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
