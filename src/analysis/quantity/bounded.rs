//! From terms to quantities: the wording around a number or a range decides which of its ends are open.

use std::ops::Range;

use super::bound::{self, Qualifier};
use super::scan::Scan;
use super::term::Term;
use super::{Quantity, QuantityKind};

/// Puts the bounds of the wording on a number or a range.
pub fn quantity(scan: &Scan<'_, '_>, low: &Term, high: Option<&Term>, tokens: Range<usize>, free: usize) -> Quantity {
    let is_duration = matches!(low.kind, QuantityKind::Duration(_));
    let before = bound::before(scan, tokens.start, free, is_duration);
    let after = bound::after(scan, tokens.end);
    let start = before.map_or(tokens.start, |(start, _)| start);
    let end = after.map_or(tokens.end, |(end, _)| end);
    let found = match (before.map(|(_, qualifier)| qualifier), after.map(|(_, qualifier)| qualifier)) {
        (Some(before), Some(after)) if before.is_open() || !after.is_open() => Some(before),
        (before, after) => after.or(before),
    };
    let least = low.value;
    let most = high.map_or(low.value, |high| high.value);
    let base = if low.qualifier == Qualifier::Indefinite {
        Qualifier::Indefinite
    } else if high.is_some() {
        Qualifier::Range
    } else {
        low.qualifier
    };
    let qualifier = match found {
        Some(found) if found.is_open() => found,
        Some(_) if base != Qualifier::Exact => base,
        Some(found) => found,
        None => base,
    };
    let (low_end, high_end) = match qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan | Qualifier::Indefinite => (Some(least), None),
        Qualifier::UpTo | Qualifier::LessThan => (None, Some(most)),
        _ => (Some(least), Some(most)),
    };
    let tokens = start..end;
    Quantity {
        span: scan.text.span(tokens.clone()),
        tokens,
        low: low_end.map(rounded),
        high: high_end.map(rounded),
        qualifier: qualifier.name(),
        kind: high.map_or_else(|| low.kind, |high| high.kind),
        named: low.named,
    }
}

/// Shares are cut to the 15 figures that a float holds for certain; whole numbers stay as they are.
fn rounded(value: f64) -> f64 {
    if value.fract() == 0.0 { value } else { format!("{value:.14e}").parse().unwrap_or(value) }
}

/// "at least 20 and at most 30" is one range.
pub fn join_opposite(scan: &Scan<'_, '_>, quantities: &mut Vec<Quantity>) {
    let mut at = 0;
    while at + 1 < quantities.len() {
        let (first, second) = (&quantities[at], &quantities[at + 1]);
        let between = first.tokens.end..second.tokens.start;
        let joined = between.len() <= 2
            && !between.is_empty()
            && between.clone().all(|token| matches!(scan.lower(token), "and" | "but" | "," | "possibly" | "perhaps"))
            && scan.same_sentence(first.tokens.start, second.tokens.start);
        let ends = match ((first.low, first.high), (second.low, second.high)) {
            ((Some(low), None), (None, Some(high))) | ((None, Some(high)), (Some(low), None)) if low < high => {
                Some((low, high))
            }
            _ => None,
        };
        let both_open = ![first, second].iter().any(|quantity| quantity.qualifier == Qualifier::Indefinite.name());
        match ends {
            Some((low, high)) if joined && both_open && first.kind == second.kind => {
                let tokens = first.tokens.start..second.tokens.end;
                let kind = first.kind;
                let qualifier = Qualifier::Range.name();
                quantities[at] = Quantity {
                    span: scan.text.span(tokens.clone()),
                    tokens,
                    low: Some(low),
                    high: Some(high),
                    qualifier,
                    kind,
                    named: true,
                };
                quantities.remove(at + 1);
            }
            _ => at += 1,
        }
    }
}
