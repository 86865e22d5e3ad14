//! A number with its currency or unit, before ranges and bounds.

use std::ops::Range;

use super::atom::Atom;
use super::bound::Qualifier;
use super::numeral::{self, Numeral};
use super::scan::Scan;
use super::{QuantityKind, atom, digits, label, money, one, unit, vague};

/// A number with what it is a number of.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its tokens, currency and unit included.
    pub tokens: Range<usize>,
    /// Its value.
    pub value: f64,
    /// What it was multiplied by at last; else 1.
    pub scale: f64,
    /// Exact, or indefinite.
    pub qualifier: Qualifier,
    /// What it is a number of.
    pub kind: QuantityKind,
    /// Whether a number is named, unlike "several" and "no one".
    pub named: bool,
    /// Whether it counts nothing: a year, a part of a name. A range of such numbers is none either.
    pub label: bool,
}

/// The term whose number begins with token `at`; its currency sign may stand before, not earlier than `earliest`.
pub fn read(scan: &Scan<'_, '_>, at: usize, earliest: usize) -> Option<Term> {
    if scan.dated(at) {
        return None;
    }
    if scan.is_number(at) {
        return in_digits(scan, at, earliest);
    }
    if !scan.is_word(at) {
        return None;
    }
    if let Some(amount) = amount_in_one_word(scan, at, earliest) {
        return Some(amount);
    }
    if let Some(vague) = vague::read(scan, at) {
        let (qualifier, named) = (vague.qualifier, vague.named);
        return Some(Term { qualifier, named, ..with_unit(scan, vague.tokens, vague.value, 1.0, false) });
    }
    let number = numeral::read(scan, at)?;
    if matches!(scan.lower(at), "and" | "point")
        || number.tokens.len() == 1 && scan.lower(at) == "one" && !one::counts(scan, at)
    {
        return None;
    }
    Some(finish(scan, &number, at))
}

fn in_digits(scan: &Scan<'_, '_>, at: usize, earliest: usize) -> Option<Term> {
    if let Some(number) = numeral::read(scan, at) {
        let negative = is_negative(scan, at);
        let start = if negative { at - 1 } else { at };
        let mut term = match money::sign_before(scan, start).filter(|(first, _)| *first >= earliest) {
            Some((first, code)) => Term {
                tokens: first..number.tokens.end,
                value: number.value,
                scale: number.scale,
                qualifier: Qualifier::Exact,
                kind: QuantityKind::Money(code),
                named: true,
                label: false,
            },
            None => finish(scan, &number, at),
        };
        // "in Marabo -12 dead" has a dash.
        let dash = term.kind == QuantityKind::Plain && scan.before(at, 1) == "-" && scan.is_word(at.wrapping_sub(2));
        if negative && !dash {
            term.value = -term.value;
            term.tokens.start = term.tokens.start.min(start);
        }
        return Some(term);
    }
    // "500mg", "40km": a unit glued to the figures.
    let digits = digits::parse(scan.text.raw(at))?;
    let kind = unit::glued(scan, at)?;
    Some(Term {
        tokens: at..at + 1,
        value: digits.value,
        scale: 1.0,
        qualifier: Qualifier::Exact,
        kind,
        named: true,
        label: false,
    })
}

/// A minus sign: glued to the figures, and to nothing before it.
fn is_negative(scan: &Scan<'_, '_>, at: usize) -> bool {
    let sign = matches!(scan.before(at, 1), "-" | "−") && scan.glued(at);
    let free = at < 2 || !scan.glued(at - 1) || matches!(scan.before(at, 2), "$" | "€" | "£" | "(" | "<" | ">" | "=");
    at > 0 && (sign && free || matches!(scan.before(at, 1), "minus" | "negative"))
}

/// A number of which currency, unit and label are not yet known.
fn finish(scan: &Scan<'_, '_>, number: &Numeral, at: usize) -> Term {
    let mut term = with_unit(scan, number.tokens.clone(), number.value, number.scale, number.share);
    if term.kind == QuantityKind::Plain {
        term.label = label::is_label(scan, number);
        if is_age(scan, number) {
            term.kind = QuantityKind::Age;
        }
    }
    if !scan.is_number(at) && matches!(scan.before(at, 1), "minus" | "negative") {
        term.value = -term.value;
        term.tokens.start = at - 1;
    }
    term
}

fn with_unit(scan: &Scan<'_, '_>, tokens: Range<usize>, value: f64, scale: f64, share: bool) -> Term {
    let plain = if share { QuantityKind::Share } else { QuantityKind::Plain };
    let (end, kind) = match money::after(scan, tokens.end) {
        Some((end, code)) => (end, QuantityKind::Money(code)),
        None => match unit::after(scan, tokens.start, tokens.end) {
            // Pounds by the million are no weight.
            Some((end, QuantityKind::Measurement(unit))) if unit == "pound" && value >= 1e5 => {
                (end, QuantityKind::Money("GBP"))
            }
            Some((end, kind)) => (end, kind),
            None => (tokens.end, plain),
        },
    };
    Term { tokens: tokens.start..end, value, scale, qualifier: Qualifier::Exact, kind, named: true, label: false }
}

/// "RM2.50", "USD10m": an amount whose code is glued to the figures.
fn amount_in_one_word(scan: &Scan<'_, '_>, at: usize, earliest: usize) -> Option<Term> {
    let raw = scan.text.raw(at);
    let figures = raw.find(|character: char| character.is_ascii_digit()).filter(|figures| *figures > 0)?;
    let (letters, rest) = raw.split_at(figures);
    if !letters.starts_with(char::is_uppercase) {
        return None;
    }
    let signed = matches!(scan.before(at, 1), "$" | "£") && scan.glued(at) && at > earliest;
    let code = if signed {
        money::sign_of_letters(&format!("{letters}$")).or(money::sign_of_letters("$"))
    } else {
        money::sign_of_letters(letters)
    }?;
    let digits = digits::parse(rest)?;
    let glued_scale = crate::vocabulary::number_words::get(&digits.letters.to_lowercase()).map(|word| word.value);
    let following = atom::atoms(scan, at + 1);
    let next_scale = following.first().and_then(|placed| match placed.atom {
        Atom::Word(word) if word.class == crate::vocabulary::number_words::NumberClass::Scale => Some(word.value),
        _ => None,
    });
    let scale = glued_scale.or(next_scale).unwrap_or(1.0);
    if !digits.letters.is_empty() && glued_scale.is_none() {
        return None;
    }
    // "N95" is a mask, "R2" a room; "N40m" and "R5,000" are money.
    if letters.len() == 1 && !signed && digits.value * scale < 1000.0 {
        return None;
    }
    let end = at + 1 + usize::from(glued_scale.is_none() && next_scale.is_some());
    let start = at - usize::from(signed);
    Some(Term {
        tokens: start..end,
        value: digits.value * scale,
        scale,
        qualifier: Qualifier::Exact,
        kind: QuantityKind::Money(code),
        named: true,
        label: false,
    })
}

/// ", 44," after a name; "aged 30", "age 7", "ages 6 and 7".
fn is_age(scan: &Scan<'_, '_>, number: &Numeral) -> bool {
    let (first, end) = (number.tokens.start, number.tokens.end);
    if number.value.fract() > 0.0 || !(0.0..=120.0).contains(&number.value) {
        return false;
    }
    let before = scan.before(first, 1);
    let of_age = before == "of" && scan.before(first, 2) == "age";
    // "ages 6 and 7": the word stands before the first of them.
    let earlier = matches!(before, "and" | "to" | "-" | "–") && matches!(scan.before(first, 3), "aged" | "ages")
        || before == "between" && matches!(scan.before(first, 2), "aged" | "ages");
    if matches!(before, "aged" | "age" | "ages") || of_age || earlier {
        return true;
    }
    let closes = scan.after(end - 1, 1);
    let after_name = first
        .checked_sub(2)
        .is_some_and(|name| (scan.capitalised(name) || closes == "," && scan.is_word(name)) && !scan.dated(name));
    // "her sons Ion, 12, and Petru, nine; …", but "in Aru, nine; …"
    let located = || matches!(scan.before(first, 3), "in" | "at" | "from" | "near" | "of" | "on" | "to");
    let in_words = || scan.capitalised(first.saturating_sub(2)) && closes != "," && closes != "and" && !located();
    before == ","
        && after_name
        && matches!(closes, "," | "." | ")" | ";" | "" | "and")
        && (scan.is_number(first) || in_words())
}
