//! Stretches of days: how long they are, and what lies in what.

use chrono::NaiveDate;

use crate::analysis::DateSpan;
use crate::analysis::date::PartialDate;

/// Whether both ends are days.
pub fn is_of_days(date: DateSpan) -> bool {
    matches!((date.from, date.to), (Some(PartialDate::Day(_)), Some(PartialDate::Day(_))))
}

/// Whether the span covers more days than one happening takes: "this week", "the past ten days".
pub fn is_long(date: DateSpan) -> bool {
    match (date.first_day(), date.last_day()) {
        (Some(first), Some(last)) => is_of_days(date) && (last - first).num_days() > 3,
        _ => false,
    }
}

/// Whether `date` lies in `whole`, which lasts longer.
pub fn is_part(date: DateSpan, whole: DateSpan) -> bool {
    is_of_days(whole)
        && date != whole
        && date.first_day() >= whole.first_day()
        && date.last_day().is_some_and(|last| Some(last) <= whole.last_day())
}

/// The last day that the span is known to cover.
pub fn last_day(date: DateSpan) -> Option<NaiveDate> {
    date.last_day().or(date.first_day())
}

/// The shortest span that covers all of `dates`.
pub fn hull(dates: impl Iterator<Item = DateSpan>) -> Option<DateSpan> {
    dates.filter(|date| date.from.is_some() && date.to.is_some()).reduce(|all, date| DateSpan {
        from: if date.first_day() < all.first_day() { date.from } else { all.from },
        to: if date.last_day() > all.last_day() { date.to } else { all.to },
    })
}
