//! A date as far as it is known: a day, a month or a year, or a stretch from one to another, maybe open at one end.

use chrono::{Datelike as _, NaiveDate};

/// A year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// A whole year.
    Year(i32),
    /// A month of a year, 1 to 12.
    Month(i32, u32),
    /// A day.
    Day(NaiveDate),
}

impl PartialDate {
    /// ISO 8601: `2011`, `2011-05`, `2011-12-16`.
    pub fn to_iso(self) -> String {
        let mut iso = String::with_capacity(LONGEST);
        self.push_iso(&mut iso);
        iso
    }

    fn push_iso(self, iso: &mut String) {
        match self {
            Self::Year(year) => push_year(iso, year),
            Self::Month(year, month) => {
                push_year(iso, year);
                push_part(iso, month);
            }
            // Years of more figures have a sign.
            Self::Day(day) if !(0..10_000).contains(&day.year()) => iso.push_str(&day.to_string()),
            Self::Day(day) => {
                push_year(iso, day.year());
                push_part(iso, day.month());
                push_part(iso, day.day());
            }
        }
    }

    /// Reads what [`PartialDate::to_iso`] writes.
    pub fn from_iso(text: &str) -> Option<Self> {
        match text.len() {
            4 => text.parse().ok().map(Self::Year),
            7 => {
                let (year, month) = text.split_once('-')?;
                let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
                Some(Self::Month(year.parse().ok()?, month))
            }
            _ => NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Self::Day),
        }
    }

    /// The first day that it covers.
    pub fn first_day(self) -> Option<NaiveDate> {
        match self {
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1),
            Self::Day(day) => Some(day),
        }
    }

    /// The last day that it covers.
    pub fn last_day(self) -> Option<NaiveDate> {
        match self {
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 12, 31),
            Self::Month(year, month) => {
                NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(chrono::Months::new(1))?.pred_opt()
            }
            Self::Day(day) => Some(day),
        }
    }
}

/// Two days and what stands between them: every claim has its date written, so that it is no work of a formatter.
const LONGEST: usize = 21;

fn push_year(iso: &mut String, year: i32) {
    match u32::try_from(year) {
        Ok(year) if year < 10_000 => iso.extend([1000, 100, 10, 1].map(|place| digit(year / place))),
        _ => iso.extend(format!("{year:04}").chars()),
    }
}

fn push_part(iso: &mut String, part: u32) {
    iso.extend(['-', digit(part / 10), digit(part)]);
}

fn digit(value: u32) -> char {
    char::from_digit(value % 10, 10).unwrap_or('0')
}

/// When something is said to have happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct DateSpan {
    /// Its beginning; `None` is open, or unknown where `to` is `None` too.
    pub from: Option<PartialDate>,
    /// Its end; `None` is open.
    pub to: Option<PartialDate>,
}

impl DateSpan {
    /// One day, month or year.
    pub fn on(date: PartialDate) -> Self {
        Self { from: Some(date), to: Some(date) }
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// The first day that it covers; `None` where its beginning is open.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.from.and_then(PartialDate::first_day)
    }

    /// The last day that it covers; `None` where its end is open.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.to.and_then(PartialDate::last_day)
    }

    /// As the annotation guide writes it: `2011-12-16`, `2011-12-16/2011-12-17`, `2011-05/..`; empty where nothing is known.
    pub fn to_iso(&self) -> String {
        if self.is_empty() {
            return String::new();
        }
        let mut iso = String::with_capacity(LONGEST);
        let push = |iso: &mut String, date: Option<PartialDate>| match date {
            Some(date) => date.push_iso(iso),
            None => iso.push_str(".."),
        };
        push(&mut iso, self.from);
        if self.from != self.to {
            iso.push('/');
            push(&mut iso, self.to);
        }
        iso
    }
}
