//! The dates of a proposal: a day, a month, a year, or an interval of two of these of which one may be open.

use chrono::NaiveDate;

/// When it began and ended; both alike for one day, month or year. `None` where it is no date.
pub fn read(date: &str) -> Option<(Option<String>, Option<String>)> {
    let end = |text: &str| match text {
        ".." => Some(None),
        text => is_partial_day(text).then(|| Some(text.to_owned())),
    };
    match date.split_once('/') {
        None if date == ".." => None,
        None => Some((end(date)?, end(date)?)),
        Some(("..", "..")) => None,
        Some((from, to)) => Some((end(from)?, end(to)?)),
    }
}

/// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, of a day that there is.
fn is_partial_day(text: &str) -> bool {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        10 => text.to_owned(),
        _ => return false,
    };
    is_plain && NaiveDate::parse_from_str(&whole, "%Y-%m-%d").is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        let some = |text: &str| Some(text.to_owned());
        for (date, expected) in [
            ("2011-12-16", Some((some("2011-12-16"), some("2011-12-16")))),
            ("2011-12", Some((some("2011-12"), some("2011-12")))),
            ("2011/..", Some((some("2011"), None))),
            ("../2012-01-05", Some((None, some("2012-01-05")))),
            ("2011-02-30", None),
            ("2011-13", None),
            ("../..", None),
            ("..", None),
            ("Monday", None),
        ] {
            assert_eq!(read(date), expected, "{date}");
        }
    }
}
