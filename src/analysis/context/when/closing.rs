//! Harm told of since a day of the last weeks ("have been killed since Saturday night"): it lasts until the last day on
//! which the article tells of harm, else until the report. Who is missing since a day has been so from that day.

use chrono::NaiveDate;

use super::nature::{is_of_harm, may_last};
use super::stretch::{is_of_days, last_day};
use super::subject::NEWS;
use crate::analysis::date::PartialDate;
use crate::analysis::{Claim, ClaimKind, DateSpan, Reading};

/// How many days before the report the last day of harm may lie that ends such a stretch.
const LATELY: i64 = 3;

/// Ends the open dates of `claims` that tell of harm.
pub fn close(reading: &Reading<'_>, claims: &mut [Claim]) {
    let Some(report) = reading.published_on else { return };
    if !claims.iter().any(|claim| open(claim, report).is_some()) {
        return;
    }
    let last = claims
        .iter()
        .filter(|claim| is_of_harm(claim) && is_of_days(claim.date))
        .filter_map(|claim| last_day(claim.date))
        .filter(|day| (0..=LATELY).contains(&(report - *day).num_days()))
        .max()
        .unwrap_or(report);
    for claim in claims {
        let Some(from) = open(claim, report) else { continue };
        let to = if claim.measure == "missing" { from } else { last.max(from) };
        claim.date = DateSpan { from: Some(PartialDate::Day(from)), to: Some(PartialDate::Day(to)) };
    }
}

/// The day of the last weeks from which on the claim's harm is told.
fn open(claim: &Claim, report: NaiveDate) -> Option<NaiveDate> {
    match claim.date {
        DateSpan { from: Some(PartialDate::Day(from)), to: None }
            if claim.kind != ClaimKind::Statement
                && (0..=NEWS).contains(&(report - from).num_days())
                && may_last(claim) =>
        {
            Some(from)
        }
        _ => None,
    }
}
