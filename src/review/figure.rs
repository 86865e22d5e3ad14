//! A number as people write it, and as the archive shows it: 14, ≥14, >70, 15–20, ~300. What is committed to, and how it is put.

/// A number with its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The least number; `None` is open.
    pub low: Option<i64>,
    /// The greatest number; `None` is open.
    pub high: Option<i64>,
    /// How it is put: a word of `qualifiers.tsv`.
    pub qualifier: &'static str,
}

/// The ways in which a bound is put, the longer ones first.
const SIGNS: [(&str, &str); 9] = [
    ("nearly ", "nearly"),
    (">=", "at_least"),
    ("<=", "up_to"),
    ("≥", "at_least"),
    ("≤", "up_to"),
    (">", "more_than"),
    ("<", "less_than"),
    ("~", "about"),
    ("=", "exact"),
];

impl Figure {
    /// Reads one; `None` where it is none.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((low, high)) = text.split_once(['–', '-']).filter(|(low, _)| !low.trim().is_empty()) {
            let (low, high) = (number(low)?, number(high)?);
            return (low <= high).then_some(Self { low: Some(low), high: Some(high), qualifier: "range" });
        }
        let (qualifier, rest) = SIGNS
            .iter()
            .find_map(|(sign, qualifier)| Some((*qualifier, text.strip_prefix(sign)?)))
            .unwrap_or(("exact", text));
        let value = Some(number(rest)?);
        let (low, high) = match qualifier {
            "at_least" | "more_than" => (value, None),
            "up_to" | "less_than" => (None, value),
            _ => (value, value),
        };
        Some(Self { low, high, qualifier })
    }
}

fn number(text: &str) -> Option<i64> {
    let digits: String = text.trim().chars().filter(|character| !matches!(character, ',' | ' ')).collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_they_are_shown() {
        for (text, low, high, qualifier) in [
            ("14", Some(14), Some(14), "exact"),
            (" 1,400 ", Some(1400), Some(1400), "exact"),
            ("≥14", Some(14), None, "at_least"),
            (">=14", Some(14), None, "at_least"),
            (">70", Some(70), None, "more_than"),
            ("≤5", None, Some(5), "up_to"),
            ("<5", None, Some(5), "less_than"),
            ("~300", Some(300), Some(300), "about"),
            ("nearly 90", Some(90), Some(90), "nearly"),
            ("15–20", Some(15), Some(20), "range"),
            ("15-20", Some(15), Some(20), "range"),
        ] {
            assert_eq!(Figure::read(text), Some(Figure { low, high, qualifier }), "{text}");
        }
        for wrong in ["", "-5", "20-15", "many", "1.5", "≥", "99999999999999999999"] {
            assert_eq!(Figure::read(wrong), None, "{wrong}");
        }
    }
}
