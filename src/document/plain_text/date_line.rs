//! A line that is nothing but a date: "Monday, 19 December, 2011", "Published: Dec. 19th 2011, 10:32 GMT".

use chrono::NaiveDate;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// Words that may stand before or behind the date.
const AROUND: [&str; 14] =
    ["published", "updated", "posted", "last", "first", "date", "on", "at", "gmt", "utc", "am", "pm", "est", "edt"];

/// The day, where the whole line is a date with a year, perhaps with a weekday and a time.
pub fn parse(line: &str) -> Option<NaiveDate> {
    let (mut day, mut month, mut year) = (None, None, None);
    for word in line.split(|c: char| c.is_whitespace() || ",()|·•".contains(c)).filter(|word| !word.is_empty()) {
        let word = word.trim_end_matches(['.', ':']).to_ascii_lowercase();
        if let Ok(date) = NaiveDate::parse_from_str(word.split('t').next().unwrap_or_default(), "%Y-%m-%d") {
            return Some(date);
        } else if let Some(number) = name_of(&word, &MONTHS) {
            month.replace(number).is_none().then_some(())?;
        } else if name_of(&word, &WEEKDAYS).is_some() || AROUND.contains(&word.as_str()) || is_time(&word) {
            // belongs to a date line, but tells no day
        } else {
            let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let number: u32 = digits.parse().ok()?;
            let slot = if digits.len() == 4 { &mut year } else { &mut day };
            slot.replace(number).is_none().then_some(())?;
        }
    }
    NaiveDate::from_ymd_opt(i32::try_from(year?).ok()?, month?, day?)
}

/// The number, from 1, of the name that `word` is or is short for.
fn name_of(word: &str, names: &[&str]) -> Option<u32> {
    let full = word.len() >= 3 && word.chars().all(|c| c.is_ascii_alphabetic());
    let at = names.iter().position(|name| full && word.starts_with(name) && word.len() <= "wednesday".len())?;
    u32::try_from(at + 1).ok()
}

fn is_time(word: &str) -> bool {
    word.contains(':') && word.chars().all(|c| c.is_ascii_digit() || ":apmz".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        let day = |text| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
        for line in [
            "Monday, 4 March, 2019",
            "4 March 2019",
            "March 4, 2019",
            "Mar. 4th, 2019 10:32 GMT",
            "Published: 2019-03-04T10:32:00Z",
            "2019-03-04",
        ] {
            assert_eq!(parse(line), day("2019-03-04"), "{line:?}");
        }
        for line in
            ["4 March", "In March 2019 four men were held", "2019", "March of the 4th 2019", "31 February 2019", ""]
        {
            assert_eq!(parse(line), None, "{line:?}");
        }
    }
}
