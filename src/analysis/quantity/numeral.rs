//! The grammar of numbers: "twenty-one", "one hundred and three", "1.5 million", "two and a half million", "half a dozen".

use std::ops::Range;

use crate::vocabulary::number_words::{self, NumberClass};

use super::atom::{Atom, Placed, atoms};
use super::cardinal::{self, Sum};
use super::scan::Scan;

/// One number.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its value.
    pub value: f64,
    /// What it was multiplied by at last ("million" in "1.5 million"), which a range shares; else 1.
    pub scale: f64,
    /// Whether it is a share of something: "two thirds", "half".
    pub share: bool,
}

/// The number that begins with token `at`.
pub fn read(scan: &Scan<'_, '_>, at: usize) -> Option<Numeral> {
    let atoms = atoms(scan, at);
    let (sum, share, end) = halves(&atoms).or_else(|| parts_of_one(scan, &atoms)).or_else(|| counted(&atoms))?;
    let last = atoms.get(end.checked_sub(1)?)?;
    if !last.last {
        return None;
    }
    let number = Numeral { tokens: at..last.token + 1, value: sum.value, scale: sum.scale, share };
    Some(of_scale(scan, &number).or_else(|| proportion(scan, &number)).unwrap_or(number))
}

/// "a quarter of a million".
fn of_scale(scan: &Scan<'_, '_>, number: &Numeral) -> Option<Numeral> {
    let end = number.tokens.end;
    let of_one = number.share && scan.after(end - 1, 1) == "of" && matches!(scan.after(end - 1, 2), "a" | "one");
    let scale =
        number_words::get(scan.after(end - 1, 3)).filter(|word| of_one && word.class == NumberClass::Scale)?.value;
    Some(Numeral { tokens: number.tokens.start..end + 3, value: number.value * scale, scale: 1.0, share: false })
}

/// "two out of five", "one in ten"; "one over twenty" where nothing follows that it could be more than.
fn proportion(scan: &Scan<'_, '_>, number: &Numeral) -> Option<Numeral> {
    let end = number.tokens.end;
    let one = (number.value - 1.0).abs() < f64::EPSILON;
    let words = match (scan.after(end - 1, 1), scan.after(end - 1, 2)) {
        ("out", "of") => 2,
        ("in", _) if one => 1,
        ("over", _) => 1,
        _ => return None,
    };
    let atoms = atoms(scan, end + words);
    let (sum, next) = cardinal::read(&atoms, 0).filter(|_| scan.same_sentence(end, end + words))?;
    let last = atoms.get(next.checked_sub(1)?)?.token;
    let following = scan.after(last, 1);
    let closed = !following.starts_with(char::is_alphanumeric) && following != "%";
    let whole = match scan.lower(end) {
        "over" => closed,
        // "one in 2 weeks" and "one in 1990" are no proportions.
        "in" => sum.value <= 1000.0 && super::unit::after(scan, end + words, last + 1).is_none(),
        _ => number.value < sum.value,
    };
    whole.then(|| Numeral {
        tokens: number.tokens.start..last + 1,
        value: number.value / sum.value,
        scale: 1.0,
        share: true,
    })
}

fn class(atoms: &[Placed], at: usize) -> Option<(NumberClass, f64)> {
    match atoms.get(at)?.atom {
        Atom::Word(word) => Some((word.class, word.value)),
        _ => None,
    }
}

fn is(atoms: &[Placed], at: usize, atom: Atom) -> bool {
    atoms.get(at).is_some_and(|placed| placed.atom == atom)
}

/// "half a million", "a half dozen", "quarter million": a part of a multiplier.
fn halves(atoms: &[Placed]) -> Option<(Sum, bool, usize)> {
    let start = usize::from(is(atoms, 0, Atom::A));
    let (NumberClass::Half, divisor) = class(atoms, start)? else { return None };
    let next = start + 1 + usize::from(is(atoms, start + 1, Atom::A));
    let (NumberClass::Hundred | NumberClass::Scale | NumberClass::Dozen, multiplier) = class(atoms, next)? else {
        return None;
    };
    Some((Sum { value: multiplier / divisor, scale: 1.0 }, false, next + 1))
}

/// "a third", "half", "a hundredth": one part, where no noun follows that it would count off ("a third man").
fn parts_of_one(scan: &Scan<'_, '_>, atoms: &[Placed]) -> Option<(Sum, bool, usize)> {
    let start = usize::from(is(atoms, 0, Atom::A));
    let (part, divisor) = class(atoms, start)?;
    let placed = atoms.get(start)?;
    let following = scan.after(placed.token, 1);
    let bare_half = start == 0 && part == NumberClass::Half && divisor < 3.0;
    let whole = match part {
        NumberClass::Half if bare_half => is_bare_half(scan, placed.token),
        NumberClass::Half | NumberClass::Part => {
            let ends =
                following.is_empty() || !following.starts_with(|next: char| next.is_alphanumeric() || next == '-');
            start == 1 && divisor > 2.5 - f64::from(u8::from(part == NumberClass::Half)) && (ends || following == "of")
        }
        _ => false,
    };
    (whole && placed.last).then_some((Sum { value: 1.0 / divisor, scale: 1.0 }, true, start + 1))
}

/// "half" as a share, not as a part of a game or of a year.
fn is_bare_half(scan: &Scan<'_, '_>, token: usize) -> bool {
    let before = scan.before(token, 1);
    let named =
        matches!(before, "first" | "second" | "other" | "the" | "each" | "latter" | "last" | "better" | "this" | "a");
    let of_noun =
        matches!(scan.after(token, 1), "of" | "the" | "its" | "their" | "his" | "her" | "our" | "those" | "these");
    let compared = matches!(before, "than" | "about" | "almost" | "nearly" | "over" | "around" | "roughly" | "least");
    !named && (of_noun || compared)
}

/// A cardinal with what can follow it: parts ("three quarters"), "and a half", a scale.
fn counted(atoms: &[Placed]) -> Option<(Sum, bool, usize)> {
    if let Some(Atom::Fraction(value)) = atoms.first().map(|placed| placed.atom) {
        return Some(scaled(atoms, Sum { value, scale: 1.0 }, true, 1));
    }
    let (sum, end) = cardinal::read(atoms, 0)?;
    if let Some((divisor, next)) = divisor(atoms, end, sum.value) {
        return Some(scaled(atoms, Sum { value: sum.value / divisor, scale: 1.0 }, true, next));
    }
    if is_ordinal(atoms, end) {
        return None;
    }
    let unit = sum.scale;
    if let Some(Atom::Fraction(share)) = atoms.get(end).map(|placed| placed.atom) {
        return Some(scaled(atoms, Sum { value: sum.value + share, scale: 1.0 }, false, end + 1));
    }
    let Some((share, next)) = and_share(atoms, end) else { return Some((sum, false, end)) };
    if unit > 1.0 {
        // "one billion and a half million" names a scale of its own; "one million and a half" is half a million more.
        return Some(match class(atoms, next) {
            Some((NumberClass::Scale, own)) if own < unit => {
                (Sum { value: sum.value + share * own, scale: 1.0 }, false, next + 1)
            }
            _ if unit >= 1000.0 => (Sum { value: sum.value + share * unit, scale: 1.0 }, false, next),
            _ => (Sum { value: sum.value + share, scale: 1.0 }, false, next),
        });
    }
    Some(scaled(atoms, Sum { value: sum.value + share, scale: 1.0 }, false, next))
}

/// "and a half", "and three quarters": the share, and the atom after it.
fn and_share(atoms: &[Placed], at: usize) -> Option<(f64, usize)> {
    if !is(atoms, at, Atom::And) {
        return None;
    }
    if is(atoms, at + 1, Atom::A) {
        let (NumberClass::Half | NumberClass::Part, divisor) = class(atoms, at + 2)? else { return None };
        return Some((1.0 / divisor, at + 3));
    }
    if let Some(Atom::Fraction(share)) = atoms.get(at + 1).map(|placed| placed.atom) {
        return Some((share, at + 2));
    }
    let (sum, end) = cardinal::read(atoms, at + 1)?;
    let (divisor, next) = divisor(atoms, end, sum.value)?;
    Some((sum.value / divisor, next))
}

/// What a numerator is divided by: "thirds", "twenty-firsts", and after "one" the singular.
fn divisor(atoms: &[Placed], at: usize, numerator: f64) -> Option<(f64, usize)> {
    let one = (numerator - 1.0).abs() < f64::EPSILON;
    let part = |at: usize, ten: f64| match atoms.get(at)?.atom {
        Atom::Word(word) if one && word.class == NumberClass::Part => Some(ten + word.value),
        Atom::Word(word) if one && word.class == NumberClass::Half => Some(word.value),
        Atom::Plural(word) if word.class == NumberClass::Part => Some(ten + word.value),
        // "two quarters" are rather quarters of a year.
        Atom::Plural(word) if word.class == NumberClass::Half && (numerator - 3.0).abs() < 0.5 => Some(word.value),
        _ => None,
    };
    if let Some((NumberClass::Ten, ten)) = class(atoms, at) {
        return Some((part(at + 1, ten).filter(|sum| *sum < ten + 10.0)?, at + 2));
    }
    part(at, 0.0).filter(|divisor| *divisor > 2.5 || is_half(atoms, at)).map(|divisor| (divisor, at + 1))
}

fn is_half(atoms: &[Placed], at: usize) -> bool {
    matches!(class(atoms, at), Some((NumberClass::Half, _)))
}

/// "twenty-fifth", "hundred and first": the number counts off and says no quantity.
fn is_ordinal(atoms: &[Placed], end: usize) -> bool {
    let joins = |at: Option<usize>| {
        matches!(
            at.and_then(|at| class(atoms, at)),
            Some((NumberClass::Ten | NumberClass::Hundred | NumberClass::Scale, _))
        )
    };
    let singular = |at: usize| matches!(class(atoms, at), Some((NumberClass::Part, _)));
    let and = is(atoms, end, Atom::And);
    singular(end) && joins(end.checked_sub(1)) || and && singular(end + 1) && joins(end.checked_sub(1))
}

/// "five and a half million": a scale after a number with a share.
fn scaled(atoms: &[Placed], sum: Sum, share: bool, at: usize) -> (Sum, bool, usize) {
    match class(atoms, at) {
        Some((NumberClass::Scale | NumberClass::Hundred, scale)) => {
            (Sum { value: sum.value * scale, scale }, false, at + 1)
        }
        _ => (sum, share, at),
    }
}
