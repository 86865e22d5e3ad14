//! Which claims are about one incident: one place, one time. Spans of at most seven days that overlap are one incident,
//! over any number of steps. Everything less precise (a month, a year, an open or a longer span) is an incident of its
//! own for each distinct span, and never joins precise ones: "in December" would else glue together all that happened in it.
//!
//! The incidents of a place depend on the happenings of that place alone; and as overlapping spans make one span without a
//! gap, new happenings can join incidents whose claims are not looked at again ([`join`]), with the same result.

use std::collections::{BTreeMap, BTreeSet};

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

/// An incident and its time, as known before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// As [`Incident::incident`].
    pub incident: String,
    /// As [`Incident::date_from`].
    pub date_from: String,
    /// As [`Incident::date_to`].
    pub date_to: Option<String>,
}

/// An incident that new happenings make or join.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The incident as it is now, with its new claims alone.
    pub incident: Incident,
    /// The known incidents that are part of it, where it was known at all.
    pub known: Vec<Known>,
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
    let of_place = |(place, times)| {
        let slug = slug(place);
        merged(times).into_iter().map(move |(time, claims)| incident(place, &slug, &time, claims))
    };
    places.into_iter().flat_map(of_place).collect()
}

/// What the happenings of a place make together with its `known` incidents, of which those that are [`near`] are enough: what
/// is new or what anything joins.
/// Happenings of other places or without date are in none.
pub fn join(place: &str, known: Vec<Known>, happenings: &[Happening]) -> Vec<Joined> {
    enum Member {
        Known(Known),
        Claim(i64),
    }
    let slug = slug(place);
    let mut times: BTreeMap<Time, Vec<Member>> = BTreeMap::new();
    for known in known {
        times.entry(time_of(&known, &slug)).or_default().push(Member::Known(known));
    }
    for happening in happenings.iter().filter(|one| one.place == place && !one.date.is_empty()) {
        times.entry(time(happening.date)).or_default().push(Member::Claim(happening.claim));
    }
    let mut joined = Vec::new();
    for (time, members) in merged(times) {
        let (mut known, mut claims) = (Vec::new(), Vec::new());
        for member in members {
            match member {
                Member::Known(one) => known.push(one),
                Member::Claim(claim) => claims.push(claim),
            }
        }
        if !claims.is_empty() {
            joined.push(Joined { incident: incident(place, &slug, &time, claims), known });
        }
    }
    joined
}

/// Which known incidents of a place new happenings may join.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Near {
    /// The one with this name.
    Named(String),
    /// Those with names from the first to the second, and the last one before them that is named by its first day alone.
    Between(String, String),
}

/// Where [`join`] has to be given the known incidents for these happenings of a place; each once.
pub fn near(place: &str, happenings: &[Happening]) -> BTreeSet<Near> {
    let slug = slug(place);
    let name = |time: Time| format!("{slug}-{}", wording(&time).0);
    let near = |happening: &Happening| match time(happening.date) {
        Time::Days(from, to) => Near::Between(name(Time::Days(from, from)), name(Time::Days(to, to))),
        span @ Time::Span(..) => Near::Named(name(span)),
    };
    happenings.iter().map(near).collect()
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

/// The time that [`wording`] told in these words. Only precise spans are named by their first day alone.
fn time_of(known: &Known, slug: &str) -> Time {
    let from = PartialDate::from_iso(&known.date_from);
    let to = known.date_to.as_deref().and_then(PartialDate::from_iso);
    let suffix = known.incident.strip_prefix(slug).and_then(|rest| rest.strip_prefix('-')).unwrap_or_default();
    match (from, to) {
        (Some(PartialDate::Day(from)), Some(PartialDate::Day(to))) if suffix == known.date_from => Time::Days(from, to),
        (_, to) if suffix.starts_with("until-") => Time::Span(None, to),
        (from, to) => Time::Span(from, to),
    }
}

/// Makes one of the spans that overlap, with what each held.
fn merged<T>(times: BTreeMap<Time, Vec<T>>) -> Vec<(Time, Vec<T>)> {
    let mut merged: Vec<(Time, Vec<T>)> = Vec::new();
    for (time, held) in times {
        // the times are in order, days first and by their first day, so only the last one can overlap
        match (merged.last_mut(), &time) {
            (Some((Time::Days(_, end), all)), Time::Days(from, to)) if from <= end => {
                *end = (*end).max(*to);
                all.extend(held);
            }
            _ => merged.push((time, held)),
        }
    }
    merged
}

fn incident(place: &str, slug: &str, time: &Time, mut claims: Vec<i64>) -> Incident {
    claims.sort_unstable();
    claims.dedup();
    let (suffix, date_from, date_to) = wording(time);
    Incident { incident: format!("{slug}-{suffix}"), place: place.to_owned(), date_from, date_to, claims }
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
    fn joining_one_after_another_comes_to_the_same_as_grouping_all() {
        let dates = [
            (Some(day(9, 9)), Some(day(9, 10))),
            (Some(day(9, 20)), Some(day(9, 24))),
            (Some(Month(2001, 9)), Some(Month(2001, 9))),
            (None, Some(day(9, 9))),
            (Some(day(9, 1)), Some(day(9, 30))),
            (Some(day(9, 14)), Some(day(9, 20))),
            (Some(day(9, 9)), None),
            (Some(day(9, 10)), Some(day(9, 15))),
            (None, Some(day(9, 9))),
            (Some(day(9, 24)), Some(day(9, 27))),
            (Some(day(9, 8)), Some(day(9, 9))),
            (Some(Year(2001)), Some(Year(2001))),
            (Some(Month(2001, 9)), Some(Month(2001, 9))),
        ];
        let place = "Port-au-Prince";
        let happenings: Vec<Happening> = (0..)
            .zip(dates)
            .map(|(claim, (from, to))| Happening { claim, place: place.to_owned(), date: DateSpan { from, to } })
            .collect();
        let mut incidents: BTreeMap<String, Incident> = BTreeMap::new();
        for happening in &happenings {
            let known = |one: &Incident| Known {
                incident: one.incident.clone(),
                date_from: one.date_from.clone(),
                date_to: one.date_to.clone(),
            };
            let near = near(place, std::slice::from_ref(happening));
            let known = incidents
                .values()
                .filter(|one| near.iter().any(|near| is_near(one, near, &incidents)))
                .map(known)
                .collect();
            for Joined { mut incident, known } in join(place, known, std::slice::from_ref(happening)) {
                for old in known {
                    incident.claims.extend(incidents.remove(&old.incident).unwrap().claims);
                }
                incident.claims.sort_unstable();
                incidents.insert(incident.incident.clone(), incident);
            }
        }
        let mut all = group(&happenings);
        all.sort_by(|a, b| a.incident.cmp(&b.incident));
        assert_eq!(incidents.into_values().collect::<Vec<_>>(), all);
    }

    fn is_near(one: &Incident, near: &Near, all: &BTreeMap<String, Incident>) -> bool {
        let is_precise =
            |one: &&Incident| one.incident == format!("port-au-prince-{}", one.date_from) && one.date_from.len() == 10;
        match near {
            Near::Named(name) => one.incident == *name,
            Near::Between(first, last) => {
                let before = all.range(..first.clone()).map(|(_, one)| one).rfind(is_precise);
                (first..=last).contains(&&one.incident) || before == Some(one)
            }
        }
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
