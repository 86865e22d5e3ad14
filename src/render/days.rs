//! Days, months and years as people write them: "16 December 2011", "16–17 Dec".

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date of the archive (YYYY, YYYY-MM or YYYY-MM-DD) in parts; parts that make no sense are left out.
fn parts(date: &str) -> (&str, Option<&'static str>, Option<u32>) {
    let mut parts = date.splitn(3, '-');
    let year = parts.next().unwrap_or_default();
    let month =
        parts.next().and_then(|month| month.parse::<usize>().ok()).and_then(|month| MONTHS.get(month.wrapping_sub(1)));
    let day = parts.next().and_then(|day| day.parse().ok());
    (year, month.copied(), day)
}

/// One date: "16 December 2011", "December 2011", "2011".
pub fn long(date: &str) -> String {
    match parts(date) {
        (year, Some(month), Some(day)) => format!("{day} {month} {year}"),
        (year, Some(month), None) => format!("{month} {year}"),
        _ => date.to_owned(),
    }
}

/// A day in a narrow column: "16 Dec 2011", without the year where it is `known_year`.
pub fn short(date: &str, known_year: Option<&str>) -> String {
    let (year, month, day) = parts(date);
    let month = month.map(|month| month.get(..3).unwrap_or(month));
    let written: Vec<String> = [
        day.map(|day| day.to_string()),
        month.map(str::to_owned),
        (known_year != Some(year) || month.is_none()).then(|| year.to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    written.join(" ")
}

/// From one date to another, NULL being open: "16–17 December 2011", "16 December 2011 – 5 January 2012", "since May 2011".
pub fn interval(from: Option<&str>, to: Option<&str>) -> String {
    match (from, to) {
        (None, None) => String::new(),
        (Some(from), None) => format!("since {}", long(from)),
        (None, Some(to)) => format!("until {}", long(to)),
        (Some(from), Some(to)) if from == to => long(from),
        (Some(from), Some(to)) => match (parts(from), parts(to)) {
            ((year, Some(month), Some(first)), (same_year, Some(same_month), Some(last)))
                if (year, month) == (same_year, same_month) =>
            {
                format!("{first}–{last} {month} {year}")
            }
            _ => format!("{} – {}", long(from), long(to)),
        },
    }
}

/// The year of a date.
pub fn year(date: &str) -> &str {
    parts(date).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_in_words() {
        for (from, to, expected) in [
            (Some("1997-03-04"), Some("1997-03-04"), "4 March 1997"),
            (Some("1997-03-04"), Some("1997-03-11"), "4–11 March 1997"),
            (Some("1997-03-30"), Some("1997-04-02"), "30 March 1997 – 2 April 1997"),
            (Some("1997-03"), Some("1997-03"), "March 1997"),
            (Some("1996"), Some("1997-03"), "1996 – March 1997"),
            (Some("1997-03"), None, "since March 1997"),
            (None, Some("1997"), "until 1997"),
            (None, None, ""),
            (Some("1997-44-02"), Some("1997-44-02"), "1997-44-02"),
        ] {
            assert_eq!(interval(from, to), expected);
        }
        assert_eq!(short("1997-03-04", Some("1997")), "4 Mar");
        assert_eq!(short("1997-03-04", Some("1998")), "4 Mar 1997");
        assert_eq!(short("1997", Some("1997")), "1997");
    }
}
