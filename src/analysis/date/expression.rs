//! What a calendar expression says before it is known when it was said: "Friday", "the following day", "16 December".

use chrono::Weekday;

use crate::vocabulary::calendar::{Holiday, Part, Unit, Which};

/// The year of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearWord {
    /// In figures or words.
    Given(i32),
    /// Years from that of the report: "last year".
    Offset(i32),
    /// The next one to have it: "next spring".
    Coming,
    /// Not said.
    Open,
}

/// Where a relative expression counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The day of the report.
    Report,
    /// The last dated happening told of before.
    Happening,
}

/// One expression, not yet resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expression {
    /// A day of a month.
    Day {
        /// Its year.
        year: YearWord,
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
    /// A month, or a part of it.
    Month {
        /// Its year.
        year: YearWord,
        /// 1 to 12.
        month: u32,
        /// Early, mid, late.
        part: Option<Part>,
    },
    /// A month by its distance: "last May", "this September".
    NamedMonth {
        /// 1 to 12.
        month: u32,
        /// Last, this, next.
        which: Which,
    },
    /// A year.
    Year(i32),
    /// Months of a year: a quarter, a half, a season.
    Months {
        /// Their year.
        year: YearWord,
        /// The first, 1 to 12.
        first: u32,
        /// How many.
        count: u32,
    },
    /// Ten years from this one on.
    Decade(i32),
    /// A day of the current month: "the 16th".
    DayOfMonth(u32),
    /// A day of the week; `None` where it is not said which.
    Weekday(Weekday, Option<Which>),
    /// A named day of the year.
    Holiday(Holiday, YearWord),
    /// The night from one day to the next: "overnight".
    Night,
    /// The unit that lies `offset` units away: "last week", "the following day".
    Unit(Origin, i64, Unit),
    /// A counted distance: "two days ago", "three weeks later".
    Distance(Origin, i64, Unit),
    /// What lies years before the day, week or month of the report: "ten years ago today".
    Anniversary(i64, Unit),
    /// How long it went on up to the report: "three days of fighting", whose last day is hardly that of the report.
    Lasting(i64, Unit),
    /// A stretch that ends with the report: "the past three days".
    Stretch(i64, Unit),
}

/// One expression or two with what lies between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One.
    One(Expression),
    /// From the first to the second.
    Between(Expression, Expression),
    /// From it on.
    Since(Expression),
    /// Up to it.
    Until(Expression),
}
