//! Which claims are about one incident: one place, one time. Spans of at most seven days that overlap are one incident,
//! over any number of steps. Everything less precise (a month, a year, an open or a longer span) is an incident of its
//! own for each distinct span, and never joins precise ones: "in December" would else glue together all that happened in it.
//!
//! The incidents of a place depend on the happenings of that place alone, so a caller recomputes only the places touched.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::analysis::date::{DateSpan, PartialDate};

/// The longest span, in days, that counts as one incident.
const LONGEST: i64 = 7;

/// A claim with place and time.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    /// The claim's number.
    pub claim: i64,
    /// The name that stands for the place.
    pub place: String,
    /// When it is said to have happened.
    pub date: DateSpan,
}

/// Claims about one place and time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Its name: ASCII, lower case, unique for its place ("jos-2001-09-07", "jos-2001", "jos-since-2001-09").
    pub incident: String,
    /// The name that stands for the place.
    pub place: String,
    /// The first day, month or year of its claims; where only an end is known, that end.
    pub date_from: String,
    /// The last one; `None` is open.
    pub date_to: Option<String>,
    /// Its claims, in order of their numbers.
    pub claims: Vec<i64>,
}

/// What makes two happenings of a place one incident, and the order of the incidents.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Time {
    Days(NaiveDate, NaiveDate),
    Span(Option<PartialDate>, Option<PartialDate>),
}

/// Groups happenings into incidents, ordered by place and time. Happenings without place or date are in none.
pub fn group(happenings: &[Happening]) -> Vec<Incident> {
    let mut places: BTreeMap<&str, BTreeMap<Time, Vec<i64>>> = BTreeMap::new();
    for happening in happenings.iter().filter(|one| !one.place.trim().is_empty() && !one.date.is_empty()) {
        let times = places.entry(&happening.place).or_default();
        times.entry(time(happening.date)).or_default().push(happening.claim);
    }
    places.into_iter().flat_map(|(place, times)| of_place(place, times)).collect()
}

fn time(date: DateSpan) -> Time {
    match (date.from, date.to) {
        (Some(PartialDate::Day(from)), Some(PartialDate::Day(to)))
            if from <= to && (to - from).num_days() < LONGEST =>
        {
            Time::Days(from, to)
        }
        (from, to) => Time::Span(from, to),
    }
}

fn of_place(place: &str, times: BTreeMap<Time, Vec<i64>>) -> Vec<Incident> {
    let mut merged: Vec<(Time, Vec<i64>)> = Vec::new();
    for (time, claims) in times {
        // the times are in order, days first and by their first day, so only the last incident can overlap
        match (merged.last_mut(), &time) {
            (Some((Time::Days(_, end), all)), Time::Days(from, to)) if from <= end => {
                *end = (*end).max(*to);
                all.extend(claims);
            }
            _ => merged.push((time, claims)),
        }
    }
    let slug = slug(place);
    merged
        .into_iter()
        .map(|(time, mut claims)| {
            claims.sort_unstable();
            claims.dedup();
            let (suffix, date_from, date_to) = wording(&time);
            Incident { incident: format!("{slug}-{suffix}"), place: place.to_owned(), date_from, date_to, claims }
        })
        .collect()
}

/// What distinguishes the slug, the first date and the last.
fn wording(time: &Time) -> (String, String, Option<String>) {
    match *time {
        Time::Days(from, to) => {
            let [from, to] = [from, to].map(|day| PartialDate::Day(day).to_iso());
            (from.clone(), from, Some(to))
        }
        Time::Span(from, to) => match (from.map(PartialDate::to_iso), to.map(PartialDate::to_iso)) {
            (Some(from), Some(to)) if from == to => (from.clone(), from, Some(to)),
            (Some(from), Some(to)) => (format!("{from}-to-{to}"), from, Some(to)),
            (Some(from), None) => (format!("since-{from}"), from, None),
            (None, Some(to)) => (format!("until-{to}"), to.clone(), Some(to)),
            (None, None) => ("undated".to_owned(), String::new(), None),
        },
    }
}

/// ASCII letters and digits of `place` in lower case, other characters as single hyphens.
fn slug(place: &str) -> String {
    let ascii = any_ascii::any_ascii(place).to_lowercase();
    let words: Vec<&str> =
        ascii.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "place".to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PartialDate::{Day, Month, Year};

    fn day(month: u32, day: u32) -> PartialDate {
        Day(NaiveDate::from_ymd_opt(2001, month, day).unwrap())
    }

    fn incidents(dates: &[(Option<PartialDate>, Option<PartialDate>)]) -> Vec<(String, Vec<i64>)> {
        let mut happenings: Vec<Happening> = dates
            .iter()
            .enumerate()
            .map(|(claim, (from, to))| Happening {
                claim: claim as i64,
                place: "Port-au-Prince".to_owned(),
                date: DateSpan { from: *from, to: *to },
            })
            .collect();
        let forward = group(&happenings);
        happenings.reverse();
        assert_eq!(forward, group(&happenings), "the order of happenings matters");
        forward.into_iter().map(|one| (one.incident.replace("port-au-prince-", ""), one.claims)).collect()
    }

    #[test]
    fn overlapping_days_are_one_incident_and_vaguer_spans_their_own() {
        let found = incidents(&[
            (Some(day(9, 7)), Some(day(9, 7))),
            (Some(day(9, 7)), Some(day(9, 8))),
            (Some(day(9, 8)), Some(day(9, 8))),
            (Some(day(9, 9)), Some(day(9, 9))),
            (Some(Month(2001, 9)), Some(Month(2001, 9))),
            (Some(Year(2001)), Some(Year(2001))),
            (Some(day(9, 1)), Some(day(9, 30))),
            (Some(Month(2001, 9)), None),
            (None, Some(day(9, 9))),
            (Some(Month(2001, 9)), Some(Month(2001, 9))),
            (None, None),
        ]);
        let expected: &[(&str, &[i64])] = &[
            ("2001-09-07", &[0, 1, 2]),
            ("2001-09-09", &[3]),
            ("until-2001-09-09", &[8]),
            ("2001", &[5]),
            ("since-2001-09", &[7]),
            ("2001-09", &[4, 9]),
            ("2001-09-01-to-2001-09-30", &[6]),
        ];
        let expected: Vec<(String, Vec<i64>)> =
            expected.iter().map(|(slug, claims)| ((*slug).to_owned(), claims.to_vec())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn places_are_kept_apart_and_written_in_ascii() {
        let happening =
            |claim, place: &str| Happening { claim, place: place.to_owned(), date: DateSpan::on(day(9, 7)) };
        let found = group(&[happening(2, "São Tomé"), happening(1, "Йос"), happening(3, " ")]);
        let slugs: Vec<&str> = found.iter().map(|one| one.incident.as_str()).collect();
        assert_eq!(slugs, ["sao-tome-2001-09-07", "yos-2001-09-07"]);
    }
}
