//! One token of digits: its value, and the letters glued to it.

/// A number in digits.
#[derive(Debug, PartialEq)]
pub struct Digits<'a> {
    /// Its value, without regard to the letters.
    pub value: f64,
    /// Whether it has neither stop nor comma.
    pub bare: bool,
    /// The letters after it: "th", "km", "m".
    pub letters: &'a str,
}

/// Reads `raw`; `None` where it is no number: a clock time, an address of four parts, a list without spaces.
pub fn parse(raw: &str) -> Option<Digits<'_>> {
    let end = raw.find(|character: char| !matches!(character, '0'..='9' | '.' | ',')).unwrap_or(raw.len());
    let (figures, letters) = raw.split_at(end);
    if letters.starts_with(':') {
        return None;
    }
    if let Some(share) = letters.chars().next().and_then(vulgar) {
        let whole = if figures.is_empty() { 0.0 } else { value(figures)? };
        let rest = letters.char_indices().nth(1).map_or("", |(at, _)| &letters[at..]);
        return Some(Digits { value: whole + share, bare: false, letters: rest });
    }
    if is_exponent(letters) {
        return raw.parse().ok().map(|value| Digits { value, bare: false, letters: "" });
    }
    Some(Digits { value: value(figures)?, bare: !figures.contains(['.', ',']), letters })
}

/// "e10" after digits.
fn is_exponent(letters: &str) -> bool {
    letters
        .strip_prefix(['e', 'E'])
        .is_some_and(|power| (1..=2).contains(&power.len()) && power.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The value of digits with stops and commas, which group or divide by where they stand.
fn value(figures: &str) -> Option<f64> {
    let stops = figures.matches('.').count();
    let commas = figures.matches(',').count();
    let plain = match (stops, commas) {
        (0 | 1, 0) => return figures.parse().ok(),
        (0 | 1, _) if is_grouped(figures.split('.').next()?, ',') => figures.replace(',', ""),
        (_, 1) if stops > 0 && is_grouped(figures.split(',').next()?, '.') => {
            figures.replace('.', "").replace(',', ".")
        }
        (0, 1) => figures.replace(',', "."),
        (2.., 0) if is_grouped(figures, '.') => figures.replace('.', ""),
        _ => return None,
    };
    plain.parse().ok()
}

/// Groups of three, or of two as in India, but for the first; the last is always of three.
fn is_grouped(figures: &str, separator: char) -> bool {
    let mut groups = figures.split(separator);
    let first = groups.next().unwrap_or_default();
    let last = groups.next_back().unwrap_or_default();
    (1..=3).contains(&first.len())
        && last.len() == 3
        && (groups.clone().all(|group| group.len() == 3) || groups.all(|group| group.len() == 2))
}

/// The value of "½" and its like.
fn vulgar(character: char) -> Option<f64> {
    let (numerator, denominator) = match character {
        '½' => (1.0, 2.0),
        '⅓' => (1.0, 3.0),
        '⅔' => (2.0, 3.0),
        '¼' => (1.0, 4.0),
        '¾' => (3.0, 4.0),
        '⅕' => (1.0, 5.0),
        '⅖' => (2.0, 5.0),
        '⅗' => (3.0, 5.0),
        '⅘' => (4.0, 5.0),
        '⅙' => (1.0, 6.0),
        '⅚' => (5.0, 6.0),
        '⅛' => (1.0, 8.0),
        '⅜' => (3.0, 8.0),
        '⅝' => (5.0, 8.0),
        '⅞' => (7.0, 8.0),
        _ => return None,
    };
    Some(numerator / denominator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_and_commas_group_or_divide() {
        for (raw, expected) in [
            ("1,500", Some((1500.0, ""))),
            ("16.25", Some((16.25, ""))),
            ("1.234.567", Some((1_234_567.0, ""))),
            ("1.234,5", Some((1234.5, ""))),
            ("12,34,567", Some((1_234_567.0, ""))),
            ("2,5", Some((2.5, ""))),
            ("40th", Some((40.0, "th"))),
            ("7½", Some((7.5, ""))),
            ("3e4", Some((30000.0, ""))),
            ("10.0.0.1", None),
            ("1,2,3", None),
            ("12:45", None),
        ] {
            assert_eq!(parse(raw).map(|digits| (digits.value, digits.letters)), expected, "{raw}");
        }
    }
}
