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
        match self {
            Self::Year(year) => format!("{year:04}"),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Day(day) => iso_day(day),
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

/// A day as chrono writes it, but for the years that articles tell of without its formatter: every claim has its days written.
fn iso_day(day: NaiveDate) -> String {
    let (year, month, day_of_month) = (day.year(), day.month(), day.day());
    let Ok(year) = u32::try_from(year) else { return day.to_string() };
    if !(1000..10_000).contains(&year) {
        return day.to_string();
    }
    let digit = |value: u32| char::from_digit(value % 10, 10).unwrap_or('0');
    let digits = [year / 1000, year / 100, year / 10, year].map(digit);
    let [tens_of_month, month, tens_of_day, day] = [month / 10, month, day_of_month / 10, day_of_month].map(digit);
    digits.into_iter().chain(['-', tens_of_month, month, '-', tens_of_day, day]).collect()
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
        match (self.from, self.to) {
            (None, None) => String::new(),
            (Some(from), Some(to)) if from == to => from.to_iso(),
            (from, to) => {
                let side = |date: Option<PartialDate>| date.map_or_else(|| "..".to_owned(), PartialDate::to_iso);
                format!("{}/{}", side(from), side(to))
            }
        }
    }
}
