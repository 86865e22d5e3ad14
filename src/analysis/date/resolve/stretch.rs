//! Stretches of time: from one day to another, up to a bound, the last days before the report.

use chrono::Datelike;

use super::super::expression::{Expression, YearWord};
use super::super::steps::{shift, shift_months};
use super::super::tense::Tense;
use super::super::{DateSpan, PartialDate};
use super::{Clock, month, span};
use crate::vocabulary::calendar::Unit;

impl Clock {
    /// A bound without a year is the nearest such day, before or behind: a curfew imposed yesterday lasts "until March".
    pub(super) fn until(&self, expression: Expression, tense: Tense) -> Option<DateSpan> {
        let before = self.one(expression, Tense::Past)?;
        let behind = self.one(expression, Tense::Future)?;
        let report = self.report?;
        let distance =
            |span: DateSpan| span.from.and_then(PartialDate::first_day).map(|day| (day - report).num_days().abs());
        let bias = if tense == Tense::Past { 30 } else { 0 };
        Some(if distance(before)? < distance(behind)? + bias { before } else { behind })
    }

    pub(super) fn between(&self, first: Expression, last: Expression, tense: Tense) -> Option<DateSpan> {
        let to = self.told_years(first, last).map_or_else(|| self.one(last, tense), |year| year.one(last, tense))?;
        let end = to.to?;
        // The year of the second is that of the first, whatever was told before.
        let earlier = Clock {
            report: end.last_day().or(self.report),
            of_history: false,
            past_year: None,
            passage: None,
            ..*self
        };
        let from = match first {
            // The first takes its year, or its week, from the second.
            Expression::Day { year: YearWord::Open, .. }
            | Expression::Month { year: YearWord::Open, .. }
            | Expression::Weekday(_, None) => earlier.one(first, Tense::Past)?,
            _ => self.one(first, tense)?,
        };
        let from = from.from?;
        let (begin, close) = (from.first_day()?, end.last_day()?);
        Some(if begin <= close {
            DateSpan { from: Some(from), to: Some(end) }
        } else {
            DateSpan { from: Some(end), to: Some(from) }
        })
    }

    /// "Between 17 October and 5 November": in a story of long ago the year of the first month, where that is known and
    /// the second is not, is that of both.
    fn told_years(&self, first: Expression, last: Expression) -> Option<Self> {
        let (
            Expression::Day { year: YearWord::Open, month: one, .. },
            Expression::Day { year: YearWord::Open, month: other, .. },
        ) = (first, last)
        else {
            return None;
        };
        let year = self.year_of_month(one).filter(|_| self.year_of_month(other).is_none())?;
        Some(Self { past_year: Some(year + i32::from(other < one)), ..*self })
    }

    pub(super) fn stretch(&self, count: i64, unit: Unit) -> Option<DateSpan> {
        let report = self.report?;
        let to = PartialDate::Day(report);
        Some(match unit {
            Unit::Hour => span(PartialDate::Day(shift(report, -(count + 23) / 24)?), to),
            Unit::Day => span(PartialDate::Day(shift(report, -count)?), to),
            Unit::Week | Unit::Weekend => span(PartialDate::Day(shift(report, -count * 7)?), to),
            Unit::Fortnight => span(PartialDate::Day(shift(report, -count * 14)?), to),
            Unit::Month => span(month(shift_months(report, -count)?), month(report)),
            Unit::Quarter => span(month(shift_months(report, -count * 3)?), month(report)),
            Unit::Year | Unit::Decade => {
                let years = i32::try_from(count).ok()? * if unit == Unit::Decade { 10 } else { 1 };
                span(PartialDate::Year(report.year() - years), PartialDate::Year(report.year()))
            }
        })
    }
}
