//! What an expression means on the day of the report, after what was told before.

mod stretch;

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::expression::{Expression, Origin, Shape, YearWord};
use super::holiday::day_of;
use super::steps::{after, latest, nearest, shift, shift_months, soonest, up_to};
use super::tense::Tense;
use super::{DateSpan, PartialDate};
use crate::vocabulary::calendar::{Part, Unit, Which};

/// How many days ahead a date without a year may lie where no verb tells the time.
const SOON: i64 = 100;

/// How many days away a date without a year is near enough to be meant against the tense.
const RECENT: i64 = 45;

/// What expressions count from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    /// The day of the report.
    pub report: Option<NaiveDate>,
    /// The last dated happening.
    pub happening: Option<DateSpan>,
    /// The last dated happening of which the day is known.
    pub day: Option<DateSpan>,
    /// The day in that happening's month that it is nearest to ("early August").
    pub happening_day: Option<NaiveDate>,
    /// The year given last; it is that of the days that follow where there is no day of the report.
    pub year: Option<i32>,
    /// The year before the report's that the passage was given; days without a year fall into it.
    pub past_year: Option<i32>,
    /// The article tells of years long before its publication.
    pub of_history: bool,
    /// The years that months were last given with, by month, in an article that tells history.
    pub years_of_months: [Option<i32>; 12],
    /// The last dated happening was told not long before.
    pub goes_on: bool,
    /// The first day of the year and month given last. A day or month soon after it goes on in that year.
    pub passage: Option<NaiveDate>,
}

impl Clock {
    /// What `shape` means, and the rule that tells; an empty span where nothing tells.
    pub fn resolve(&self, shape: Shape, tense: Tense) -> (DateSpan, &'static str) {
        match shape {
            Shape::One(expression) => (self.one(expression, tense).unwrap_or_default(), rule(expression)),
            Shape::Since(expression) => {
                let from = self.one(expression, Tense::Past).and_then(|span| span.from);
                (DateSpan { from, to: None }, "since")
            }
            Shape::Until(expression) => {
                let to = self.until(expression, tense).and_then(|span| span.to);
                (DateSpan { from: None, to }, "until")
            }
            Shape::Between(first, last) => {
                (self.between(first, last, tense).unwrap_or_default(), "from one to another")
            }
        }
    }

    fn one(&self, expression: Expression, tense: Tense) -> Option<DateSpan> {
        match expression {
            Expression::Year(year) => Some(DateSpan::on(PartialDate::Year(year))),
            Expression::Decade(year) => Some(span(PartialDate::Year(year), PartialDate::Year(year + 9))),
            Expression::Day { year, month, day } => {
                let known = self.year_of_month(month).or(self.past_year);
                let year = match (year, known) {
                    (YearWord::Open, Some(past)) if tense != Tense::Future => YearWord::Given(past),
                    _ => year,
                };
                let date = self.yearly(year, tense, |year| NaiveDate::from_ymd_opt(year, month, day))?;
                Some(DateSpan::on(PartialDate::Day(date)))
            }
            Expression::Holiday(holiday, year) => {
                let date = self.yearly(year, tense, |year| day_of(holiday, year))?;
                Some(DateSpan::on(PartialDate::Day(date)))
            }
            Expression::Month { year, month, .. } => {
                let day =
                    self.report.map_or(1, |report| if report.month() == month { report.day().min(28) } else { 1 });
                let date = self.yearly(year, tense, |year| NaiveDate::from_ymd_opt(year, month, day))?;
                Some(DateSpan::on(PartialDate::Month(date.year(), month)))
            }
            Expression::NamedMonth { month, which } => {
                let told = self.happening.and_then(|told| told.from).and_then(PartialDate::first_day);
                let report = match which {
                    Which::Previous | Which::Following => told.or(self.report)?,
                    _ => self.report?,
                };
                let year = match which {
                    Which::Previous => report.year() - i32::from(month >= report.month()),
                    Which::This => report.year(),
                    Which::Following | Which::Next => report.year() + i32::from(month <= report.month()),
                    // "last February" said in March is not "last month".
                    _ => report.year() - i32::from(month + 1 >= report.month()),
                };
                Some(DateSpan::on(PartialDate::Month(year, month)))
            }
            Expression::Months { year, first, count } => {
                let start = self.yearly(year, tense, |year| NaiveDate::from_ymd_opt(year, first, 1))?;
                let end = start.checked_add_months(Months::new(count.saturating_sub(1)))?;
                Some(span(month(start), month(end)))
            }
            Expression::DayOfMonth(day) => {
                let report = self.happening_day.or(self.report)?;
                let date = report.with_day(day)?;
                let date = if date > report && tense != Tense::Future && self.happening_day.is_none() {
                    date.checked_sub_months(Months::new(1))?
                } else {
                    date
                };
                Some(DateSpan::on(PartialDate::Day(date)))
            }
            Expression::Weekday(weekday, which) => {
                Some(DateSpan::on(PartialDate::Day(self.weekday(weekday, which, tense)?)))
            }
            Expression::Night => self.night(),
            Expression::Unit(origin, offset, unit) => self.unit(origin, offset, unit, tense),
            Expression::Distance(origin, count, unit) => self.distance(origin, count, unit),
            Expression::Anniversary(years, unit) => self.anniversary(years, unit),
            Expression::Lasting(count, Unit::Day) if count > 1 => {
                let last = self.report?.pred_opt()?;
                Some(span(PartialDate::Day(shift(last, 1 - count)?), PartialDate::Day(last)))
            }
            Expression::Lasting(count, unit) | Expression::Stretch(count, unit) => self.stretch(count, unit),
        }
    }

    /// "Ten years ago this week": the week around that day.
    fn anniversary(&self, years: i64, unit: Unit) -> Option<DateSpan> {
        let report = self.report?;
        let day = report.checked_sub_months(Months::new(u32::try_from(years * 12).ok()?))?;
        Some(match unit {
            Unit::Day => DateSpan::on(PartialDate::Day(day)),
            Unit::Week | Unit::Weekend => span(PartialDate::Day(shift(day, -3)?), PartialDate::Day(shift(day, 3)?)),
            _ => DateSpan::on(month(day)),
        })
    }

    /// The day that `on` gives for the year said, or for the year that tense and distance choose.
    fn yearly(&self, year: YearWord, tense: Tense, on: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
        match (year, self.report) {
            (YearWord::Given(year), _) => on(year),
            (YearWord::Offset(offset), report) => on(report?.year() + offset),
            (YearWord::Coming, report) => soonest(report?.succ_opt()?, &on),
            (YearWord::Open, None) => on(self.year?),
            (YearWord::Open, Some(_)) if self.of_history && self.year.is_some() => on(self.year?),
            (YearWord::Open, Some(report)) => {
                let (past, ahead) = (latest(report, &on), soonest(report, &on));
                let days_ahead = ahead.map_or(i64::MAX, |ahead| (ahead - report).num_days());
                let days_ago = past.map_or(i64::MAX, |past| (report - past).num_days());
                let told =
                    self.passage.and_then(|start| soonest(start, &on).filter(|date| (*date - start).num_days() < 92));
                match tense {
                    Tense::Past | Tense::Open if told.is_some() && days_ago > RECENT => told,
                    // What was almost a year ago would be told with its year.
                    Tense::Past if days_ahead <= RECENT && days_ago > 300 => ahead,
                    Tense::Future if days_ago <= RECENT && days_ahead > 300 => past,
                    Tense::Future => ahead.or(past),
                    Tense::Open if days_ahead <= SOON => ahead,
                    Tense::Past | Tense::Open => past.or(ahead),
                }
            }
        }
    }

    /// The year that the month was last given with, in an article that tells history.
    fn year_of_month(&self, month: u32) -> Option<i32> {
        let at = usize::try_from(month).ok()?.checked_sub(1)?;
        self.years_of_months.get(at).copied().flatten().filter(|_| self.of_history)
    }

    /// In a story of long ago the days of the week are those next to the day last told of.
    fn of_story(&self, weekday: Weekday) -> Option<NaiveDate> {
        let Some(DateSpan { from: Some(PartialDate::Day(first)), to: Some(PartialDate::Day(told)) }) = self.happening
        else {
            return None;
        };
        let long_ago = self.report.is_some_and(|report| (report - told).num_days() > RECENT);
        (long_ago && self.of_history && self.goes_on).then(|| nearest((first, told), weekday))
    }

    fn weekday(&self, weekday: Weekday, which: Option<Which>, tense: Tense) -> Option<NaiveDate> {
        let told = self.happening.and_then(|span| span.to).and_then(PartialDate::last_day);
        Some(match which {
            Some(Which::That) => match self.happening.and_then(|span| span.first_day().zip(told)) {
                Some(days) => nearest(days, weekday),
                None => up_to(self.report?, weekday),
            },
            Some(Which::Following) => after(told.or(self.report)?, weekday),
            Some(Which::Previous) => match told {
                Some(told) => up_to(told.pred_opt()?, weekday),
                // The latest one would be called by its bare name.
                None => shift(up_to(self.report?.pred_opt()?, weekday), -7)?,
            },
            Some(Which::Last) => up_to(self.report?.pred_opt()?, weekday),
            Some(Which::Next) => after(self.report?, weekday),
            Some(Which::This) if tense != Tense::Past => after(self.report?.pred_opt()?, weekday),
            None if tense == Tense::Future => after(self.report?.pred_opt()?, weekday),
            None if tense != Tense::Future => self.of_story(weekday).or_else(|| Some(up_to(self.report?, weekday)))?,
            Some(Which::This | Which::Past) | None => up_to(self.report?, weekday),
        })
    }

    fn unit(&self, origin: Origin, offset: i64, unit: Unit, tense: Tense) -> Option<DateSpan> {
        let told = self.happening.filter(|_| origin == Origin::Happening);
        if offset == 0
            && unit == Unit::Day
            && let Some(told) = told
        {
            let day = |date: PartialDate| matches!(date, PartialDate::Day(_));
            // "that afternoon" behind a mere month or year is that of the day told before it.
            return Some(told.to.filter(|to| day(*to)).map_or(self.day.unwrap_or(told), DateSpan::on));
        }
        let base = match told {
            Some(told) if offset > 0 => told.to.and_then(PartialDate::last_day),
            Some(told) => told.from.and_then(PartialDate::first_day),
            None => self.report,
        }?;
        Some(match unit {
            Unit::Day | Unit::Week | Unit::Weekend
                if told.is_some_and(|told| !matches!(told.to, Some(PartialDate::Day(_)))) =>
            {
                // The day after a whole month cannot be told, that after a year goes back to a day told before it.
                let year = told.is_some_and(|told| matches!(told.to, Some(PartialDate::Year(_))));
                return match self.day.filter(|_| year && unit == Unit::Day) {
                    Some(day) => Clock { happening: Some(day), ..*self }.unit(origin, offset, unit, tense),
                    None => told,
                };
            }
            Unit::Day => DateSpan::on(PartialDate::Day(shift(base, offset)?)),
            Unit::Week | Unit::Fortnight => {
                let monday = shift(up_to(base, Weekday::Mon), offset * 7)?;
                span(PartialDate::Day(monday), PartialDate::Day(shift(monday, 6)?))
            }
            Unit::Weekend => {
                let saturday = match (offset, tense) {
                    (0, Tense::Future) | (1, _) => after(base.pred_opt()?, Weekday::Sat),
                    (-1, _) => up_to(up_to(base, Weekday::Sun).pred_opt()?, Weekday::Sat),
                    _ => up_to(base, Weekday::Sat),
                };
                // On a Saturday "the weekend" has only begun; on any other day it is over.
                span(PartialDate::Day(saturday), PartialDate::Day(shift(saturday, 1)?))
            }
            Unit::Month => DateSpan::on(month(shift_months(base, offset)?)),
            Unit::Quarter => {
                let start = base.with_day(1)?.with_month((base.month() - 1) / 3 * 3 + 1)?;
                let start = shift_months(start, offset * 3)?;
                span(month(start), month(shift_months(start, 2)?))
            }
            Unit::Year => DateSpan::on(PartialDate::Year(base.year() + i32::try_from(offset).ok()?)),
            Unit::Decade => {
                let first = base.year().div_euclid(10) * 10 + 10 * i32::try_from(offset).ok()?;
                span(PartialDate::Year(first), PartialDate::Year(first + 9))
            }
            Unit::Hour => return None,
        })
    }

    fn distance(&self, origin: Origin, count: i64, unit: Unit) -> Option<DateSpan> {
        let told = self.happening.filter(|_| origin == Origin::Happening);
        // "Ten years after the war" at the head of a story: the war was ten years ago.
        let years = matches!(unit, Unit::Year | Unit::Decade);
        let count = if told.is_none() && origin == Origin::Happening && years { -count.abs() } else { count };
        let exact = told.is_none_or(|told| matches!(told.to, Some(PartialDate::Day(_))));
        let base = match told {
            Some(_) if !exact && self.happening_day.is_some() => self.happening_day,
            Some(told) if count > 0 => told.to.and_then(PartialDate::last_day),
            Some(told) => told.from.and_then(PartialDate::first_day),
            None => self.report,
        }?;
        let days = |days: i64| {
            // "two days later" most likely falls into the month that was told.
            if !exact && self.happening_day.is_none() && days.abs() < 15 {
                return told;
            }
            let date = shift(base, days)?;
            Some(DateSpan::on(if exact { PartialDate::Day(date) } else { month(date) }))
        };
        match unit {
            Unit::Hour => days(count / 24),
            Unit::Day => days(count),
            Unit::Week | Unit::Weekend => days(count * 7),
            Unit::Fortnight => days(count * 14),
            Unit::Month => Some(DateSpan::on(month(shift_months(base, count)?))),
            Unit::Quarter => Some(DateSpan::on(month(shift_months(base, count * 3)?))),
            Unit::Year => Some(DateSpan::on(PartialDate::Year(base.year() + i32::try_from(count).ok()?))),
            Unit::Decade => Some(DateSpan::on(PartialDate::Year(base.year() + i32::try_from(count * 10).ok()?))),
        }
    }

    /// The night before the report, or, in a story of longer ago, that after the day last told of.
    fn night(&self) -> Option<DateSpan> {
        let told = match self.happening.and_then(|told| told.to) {
            Some(PartialDate::Day(day)) => Some(day),
            Some(_) => return None,
            None => None,
        };
        let evening = match (told, self.report) {
            (Some(told), Some(report)) if (report - told).num_days() > 2 => told,
            (_, Some(report)) => report.pred_opt()?,
            (told, None) => told?,
        };
        Some(span(PartialDate::Day(evening), PartialDate::Day(evening.succ_opt()?)))
    }
}

/// The day that a month's part is nearest to.
pub fn middle_of(date: PartialDate, part: Option<Part>) -> Option<NaiveDate> {
    let PartialDate::Month(year, month) = date else { return None };
    let day = match part? {
        Part::Early => 5,
        Part::Middle => 15,
        Part::Late => 25,
    };
    NaiveDate::from_ymd_opt(year, month, day)
}

fn span(from: PartialDate, to: PartialDate) -> DateSpan {
    DateSpan { from: Some(from), to: Some(to) }
}

fn month(date: NaiveDate) -> PartialDate {
    PartialDate::Month(date.year(), date.month())
}

fn rule(expression: Expression) -> &'static str {
    match expression {
        Expression::Day { year: YearWord::Given(_), .. } => "day, month and year",
        Expression::Day { .. } => "day and month",
        Expression::Month { year: YearWord::Given(_), .. } => "month and year",
        Expression::Month { .. } | Expression::NamedMonth { .. } => "month",
        Expression::Year(_) => "year",
        Expression::Months { .. } => "part of a year",
        Expression::Decade(_) => "decade",
        Expression::DayOfMonth(_) => "day of the month",
        Expression::Weekday(..) => "day of the week",
        Expression::Holiday(..) => "holiday",
        Expression::Unit(Origin::Report, ..)
        | Expression::Distance(Origin::Report, ..)
        | Expression::Anniversary(..) => "counted from the report",
        Expression::Unit(..) | Expression::Distance(..) => "counted from the happening before",
        Expression::Night => "night",
        Expression::Lasting(..) | Expression::Stretch(..) => "up to the report",
    }
}
