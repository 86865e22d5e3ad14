//! Dates in figures alone: "2011-12-16", "2011-12", "12/16/2011", "16.12.2011".

use smallvec::SmallVec;

use crate::analysis::date::expression::{Expression, YearWord};
use crate::analysis::date::words::Words;

/// A date in figures.
pub fn date(words: &Words<'_>, at: usize) -> Option<(Expression, usize)> {
    if !words.is_number(at) {
        return None;
    }
    let token = words.word(at);
    if words.is(at + 1, &["/"]) && words.is(at + 3, &["/"]) && words.is_number(at + 2) && words.is_number(at + 4) {
        let year = full_year(words.word(at + 4))?;
        let (first, second) = (small(token)?, small(words.word(at + 2))?);
        // Month first, as most of the press that writes with strokes does; a month above twelve settles it.
        let (month, day) = if first > 12 { (second, first) } else { (first, second) };
        return Some((expression(year, month, day)?, at + 5));
    }
    // A time may be glued on: "2011-12-16T09:00".
    let token = token.split('t').next().unwrap_or(token);
    for separator in ['-', '.', '\u{2011}'] {
        // One more than a date has shows that it is none.
        let parts: SmallVec<[&str; 4]> = token.split(separator).take(4).collect();
        match parts[..] {
            [year, month, day] if year.len() == 4 => {
                return Some((expression(full_year(year)?, small(month)?, small(day)?)?, at + 1));
            }
            [day, month, year] if year.len() == 4 => {
                let (first, second) = (small(day)?, small(month)?);
                let (day, month) = if second > 12 { (second, first) } else { (first, second) };
                return Some((expression(full_year(year)?, month, day)?, at + 1));
            }
            [year, month] if separator == '-' && year.len() == 4 && month.len() == 2 => {
                let (year, month) = (full_year(year)?, small(month)?);
                return (1..=12)
                    .contains(&month)
                    .then_some((Expression::Month { year: YearWord::Given(year), month, part: None }, at + 1));
            }
            _ => {}
        }
    }
    None
}

fn small(figures: &str) -> Option<u32> {
    figures.parse().ok().filter(|_| figures.len() <= 2)
}

fn full_year(figures: &str) -> Option<i32> {
    figures.parse().ok().filter(|year| figures.len() == 4 && (1500..2200).contains(year))
}

fn expression(year: i32, month: u32, day: u32) -> Option<Expression> {
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Expression::Day {
        year: YearWord::Given(year),
        month,
        day,
    })
}
