//! When the article's own story happened, and what lies so far from it that another story is told.

use chrono::{Datelike, NaiveDate};

use crate::analysis::date::DateSpan;
use crate::analysis::{Claim, ClaimKind};

/// When the article's own story happened.
pub struct Era {
    days: Option<(NaiveDate, NaiveDate)>,
    /// What most claims are dated.
    date: DateSpan,
}

impl Era {
    /// The year that most claims have, the first of them where several do.
    pub fn new(claims: &[Claim]) -> Self {
        let days = |claim: &Claim| claim.date.from?.first_day().zip(claim.date.to?.last_day());
        let mut years: Vec<(i32, usize)> = Vec::new();
        // who looks back on it may speak years later
        let told = || claims.iter().filter(|claim| claim.kind != ClaimKind::Statement);
        for (day, _) in told().filter_map(days) {
            match years.iter_mut().find(|(year, _)| *year == day.year()) {
                Some((_, count)) => *count += 1,
                None => years.push((day.year(), 1)),
            }
        }
        let most = years.iter().map(|(_, count)| *count).max();
        let year = years.iter().find(|(_, count)| Some(*count) == most).map(|(year, _)| *year);
        let within: Vec<_> = told().filter_map(days).filter(|(day, _)| Some(day.year()) == year).collect();
        let first = within.iter().map(|(first, _)| *first).min();
        let last = within.iter().map(|(_, last)| *last).max();
        let mut dates: Vec<(DateSpan, usize)> = Vec::new();
        for claim in told().filter(|claim| !claim.date.is_empty()) {
            match dates.iter_mut().take(DATES).find(|(date, _)| *date == claim.date) {
                Some((_, count)) => *count += 1,
                None => dates.push((claim.date, 1)),
            }
        }
        let most = dates.iter().map(|(_, count)| *count).max();
        let date = dates.iter().find(|(_, count)| Some(*count) == most).map(|(date, _)| *date).unwrap_or_default();
        Self { days: first.zip(last), date }
    }

    /// Whether the date is that of what the article tells first of all.
    pub fn is_main_date(&self, date: &DateSpan) -> bool {
        !date.is_empty() && (*date == self.date || overlap(date, &self.date))
    }

    /// Whether the date lies most of a year or more away from the article's story.
    pub fn is_background(&self, date: &DateSpan) -> bool {
        let Some((first, last)) = self.days else { return false };
        let (Some(from), Some(to)) = (date.first_day(), date.last_day()) else { return false };
        (first - to).num_days() > AWAY || (from - last).num_days() > AWAY
    }
}

/// So many different dates are counted.
const DATES: usize = 100;

/// So many days away, another story is told.
const AWAY: i64 = 270;

/// Whether two spans of at most eight days share a day.
pub fn overlap(a: &DateSpan, b: &DateSpan) -> bool {
    let days = |span: &DateSpan| {
        Some((span.from?.first_day()?, span.to?.last_day()?)).filter(|(from, to)| (*to - *from).num_days() < 8)
    };
    days(a).zip(days(b)).is_some_and(|(a, b)| a.0 <= b.1 && b.0 <= a.1)
}
