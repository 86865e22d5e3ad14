//! Steps on the calendar: days and months on and back, the nearest day of a week or a year.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The day `days` days later; earlier where that is negative.
pub fn shift(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    if days < 0 {
        date.checked_sub_days(Days::new(days.unsigned_abs()))
    } else {
        date.checked_add_days(Days::new(days.unsigned_abs()))
    }
}

/// The first day of the month `months` months later.
pub fn shift_months(date: NaiveDate, months: i64) -> Option<NaiveDate> {
    let first = date.with_day(1)?;
    let count = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 { first.checked_sub_months(count) } else { first.checked_add_months(count) }
}

/// The latest such day of the week up to and including `date`.
pub fn up_to(date: NaiveDate, weekday: Weekday) -> NaiveDate {
    let back = date.weekday().days_since(weekday);
    date.checked_sub_days(Days::new(u64::from(back))).unwrap_or(date)
}

/// The first such day of the week after `date`.
pub fn after(date: NaiveDate, weekday: Weekday) -> NaiveDate {
    let ahead = weekday.days_since(date.weekday());
    date.checked_add_days(Days::new(u64::from(if ahead == 0 { 7 } else { ahead }))).unwrap_or(date)
}

/// The nearest such day of the week to a stretch of days, in it, before or behind; the earlier of two.
pub fn nearest((first, last): (NaiveDate, NaiveDate), weekday: Weekday) -> NaiveDate {
    let within = up_to(last, weekday);
    let (before, behind) = (up_to(first, weekday), after(last, weekday));
    if within >= first {
        within
    } else if (first - before).num_days() <= (behind - last).num_days() {
        before
    } else {
        behind
    }
}

/// The latest such day up to and including `report`; a leap day may be up to eight years away.
pub fn latest(report: NaiveDate, on: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    (0..9).filter_map(|back| on(report.year() - back)).find(|date| *date <= report)
}

/// The first such day from `report` on.
pub fn soonest(report: NaiveDate, on: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    (0..9).filter_map(|ahead| on(report.year() + ahead)).find(|date| *date >= report)
}
