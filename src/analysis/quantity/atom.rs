//! Tokens taken apart into what numbers are made of: "twenty-one" is two atoms, "1/2" is one.

use crate::vocabulary::number_words::{self, NumberClass, NumberWord};

use super::digits;
use super::scan::Scan;

/// A part of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Atom {
    /// A number in digits.
    Digits(f64),
    /// A share in digits: "1/2".
    Fraction(f64),
    /// A number word.
    Word(NumberWord),
    /// A number word in the plural: "thirds".
    Plural(NumberWord),
    /// "and".
    And,
    /// "a", "an".
    A,
    /// "point".
    Point,
}

/// An atom and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Placed {
    /// What it is.
    pub atom: Atom,
    /// Its token.
    pub token: usize,
    /// Whether it is the last of its token.
    pub last: bool,
}

/// No number is longer, in atoms.
const LONGEST: usize = 24;

/// The atoms that begin with token `start`, up to the first token that is none.
pub fn atoms(scan: &Scan<'_, '_>, start: usize) -> Vec<Placed> {
    let mut atoms = Vec::new();
    let mut at = start;
    while atoms.len() < LONGEST && scan.same_sentence(start, at) && !scan.dated(at) {
        let before = atoms.len();
        if scan.is_number(at) {
            let Some((atom, end)) = in_digits(scan, at) else { break };
            atoms.push(Placed { atom, token: end - 1, last: true });
            at = end;
            continue;
        } else if scan.is_word(at) {
            in_words(scan.lower(at), at, &mut atoms);
        } else if scan.lower(at) == "-" && scan.glued(at) && scan.glued(at + 1) && scan.is_word(at + 1) && at > start {
            // The hyphen that the lexer left between a number and its compound: "two-and-a-half".
            at += 1;
            continue;
        } else if scan.lower(at) == "-" && joins_apart(&atoms, scan, at) {
            at += 1;
            continue;
        }
        if atoms.len() == before {
            break;
        }
        at += 1;
    }
    atoms
}

/// A hyphen with spaces around it inside a number in words: "fifty - two", "five - eighths".
fn joins_apart(atoms: &[Placed], scan: &Scan<'_, '_>, at: usize) -> bool {
    let Some(Atom::Word(before)) = atoms.last().map(|placed| placed.atom) else { return false };
    let mut next = Vec::new();
    if scan.is_word(at + 1) {
        in_words(scan.lower(at + 1), at + 1, &mut next);
    }
    match next.first().map(|placed| placed.atom) {
        Some(Atom::Word(word)) if before.class == NumberClass::Ten => {
            matches!(word.class, NumberClass::Unit) && word.value > 0.0
        }
        Some(Atom::Word(word)) => {
            before.class == NumberClass::Unit
                && before.value < 2.0
                && matches!(word.class, NumberClass::Part | NumberClass::Half)
        }
        Some(Atom::Plural(word)) => before.class == NumberClass::Unit && word.class == NumberClass::Part,
        _ => false,
    }
}

/// A number in digits, with a letter for its scale, as a share, or in groups set apart by spaces.
fn in_digits(scan: &Scan<'_, '_>, at: usize) -> Option<(Atom, usize)> {
    let digits = digits::parse(scan.text.raw(at))?;
    if digits.letters == "x10" {
        let (scale, end) = power(scan, at, 10.0)?;
        return Some((Atom::Digits(digits.value * scale), end));
    }
    if !digits.letters.is_empty() {
        let scale = glued_scale(scan, at, digits.letters)?;
        return Some((Atom::Digits(digits.value * scale), at + 1));
    }
    if matches!(scan.lower(at + 1), "/" | "⁄") && scan.glued(at + 1) && scan.glued(at + 2) && scan.is_number(at + 2) {
        let divisor = digits::parse(scan.text.raw(at + 2)).filter(|divisor| divisor.letters.is_empty())?;
        let more = scan.lower(at + 3) == "/" && scan.glued(at + 3);
        // Nobody divides by eleven; "9/11" is a day.
        let usual = divisor.value <= 10.0 || [12.0, 16.0, 32.0, 64.0, 100.0, 128.0, 1000.0].contains(&divisor.value);
        let is_share = digits.value < divisor.value && usual && !more && digits.value > 0.0;
        return is_share.then(|| (Atom::Fraction(digits.value / divisor.value), at + 3));
    }
    if let Some((value, end)) = power(scan, at, digits.value) {
        return Some((Atom::Digits(value), end));
    }
    let mut value = digits.value;
    let mut end = at + 1;
    let first_group = digits.bare && (1..=3).contains(&scan.text.raw(at).len()) && value > 0.0;
    while first_group && is_group(scan, end) {
        value = value * 1000.0 + digits::parse(scan.text.raw(end))?.value;
        end += 1;
    }
    // "1 234 567.89": only the last group has decimals. Without a group nothing was joined.
    if first_group && end > at + 1 && scan.is_number(end) && !scan.dated(end) {
        return Some((Atom::Digits(digits.value), at + 1));
    }
    Some((Atom::Digits(value), end))
}

/// "10^6", "2.5^-1".
fn power(scan: &Scan<'_, '_>, at: usize, base: f64) -> Option<(f64, usize)> {
    if scan.after(at, 1) != "^" || !scan.glued(at + 1) {
        return None;
    }
    let sign = scan.after(at, 2);
    let signed = !sign.is_empty() && sign.bytes().all(|byte| matches!(byte, b'-' | b'+'));
    let exponent = at + 2 + usize::from(signed);
    let power =
        digits::parse(scan.text.raw(exponent)).filter(|_| scan.glued(exponent) && scan.is_number(exponent))?.value;
    // Two minus signs are one plus sign.
    let power = if signed && sign.matches('-').count() % 2 == 1 { -power } else { power };
    Some((base.powf(power), exponent + 1)).filter(|(value, _)| value.is_finite())
}

/// Three digits after one space, with decimals or not.
fn is_group(scan: &Scan<'_, '_>, at: usize) -> bool {
    let raw = scan.text.raw(at);
    let whole = raw.split('.').next().unwrap_or_default();
    scan.is_number(at)
        && !scan.dated(at)
        && !scan.glued(at)
        && scan.same_sentence(at - 1, at)
        && whole.len() == 3
        && raw.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// The scale of letters glued to digits: "10k", "4.3M"; "m" and "b" only after a currency, elsewhere they are metres.
fn glued_scale(scan: &Scan<'_, '_>, at: usize, letters: &str) -> Option<f64> {
    let amount = super::money::sign_before(scan, at).is_some();
    let certain = matches!(letters, "k" | "K" | "M" | "b" | "B" | "G") || letters.len() > 1;
    let word = number_words::get(&letters.to_ascii_lowercase())?;
    let is_scale = matches!(word.class, NumberClass::ShortScale | NumberClass::Scale | NumberClass::Hundred);
    let is_unit = matches!(letters, "mm" | "MM") && !amount || letters == "G" && scan.is_word(at + 1);
    (is_scale && (amount || certain) && !is_unit).then_some(word.value)
}

/// The atoms of a word, all of whose parts must be atoms.
fn in_words(lower: &str, token: usize, atoms: &mut Vec<Placed>) {
    let before = atoms.len();
    let mut parts = lower.split('-').peekable();
    while let Some(part) = parts.next() {
        let Some(atom) = of_word(part, atoms.last().map(|placed| placed.atom)) else {
            atoms.truncate(before);
            return;
        };
        atoms.push(Placed { atom, token, last: parts.peek().is_none() });
    }
}

fn of_word(letters: &str, before: Option<Atom>) -> Option<Atom> {
    use NumberClass::{Dozen, Half, Many, Part, ShortScale, Vague};
    match letters {
        "and" => return Some(Atom::And),
        "a" | "an" => return Some(Atom::A),
        "point" => return Some(Atom::Point),
        "halves" => return Some(Atom::Plural(NumberWord { value: 2.0, class: Half })),
        _ => {}
    }
    let counted = matches!(before, Some(Atom::Digits(_) | Atom::Word(_)));
    let Some(word) = number_words::get(letters) else {
        let singular = number_words::get(letters.strip_suffix('s')?)?;
        return match singular.class {
            Part | Half => Some(Atom::Plural(singular)),
            Dozen if counted => Some(Atom::Word(singular)),
            _ => None,
        };
    };
    match word.class {
        Vague => None,
        // "five hundreds": an exact number after all.
        Many => singular_of(word.value).filter(|_| counted).map(Atom::Word),
        // Letters that stand alone are rather units: "7 mm", "5 m".
        ShortScale if !matches!(before, Some(Atom::Digits(_))) || is_unit_letter(letters) => None,
        _ => Some(Atom::Word(word)),
    }
}

fn is_unit_letter(letters: &str) -> bool {
    matches!(letters, "m" | "mm" | "b" | "g")
}

/// A plural is kept with its least number, "hundreds" with 200: back to the hundred.
fn singular_of(least: f64) -> Option<NumberWord> {
    let value = least / 2.0;
    let class = match value {
        12.0 => NumberClass::Dozen,
        100.0 => NumberClass::Hundred,
        value if value >= 1000.0 => NumberClass::Scale,
        _ => return None,
    };
    Some(NumberWord { value, class })
}
