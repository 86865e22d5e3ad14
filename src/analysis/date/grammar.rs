//! Tokens to expressions: which words at a place are a calendar expression, and what it says. It knows neither the day of
//! the report nor what was told before; `resolve` does.

mod absolute;
mod numeric;
mod relative;
mod year;

use super::expression::{Expression, Shape, YearWord};
use super::words::Words;
use crate::vocabulary::calendar::{Bound, Sense};

/// The expression that begins at token `at` and the token after it.
pub fn shape_at(words: &Words<'_>, at: usize) -> Option<(Shape, usize)> {
    if let Some(bounded) = words.bound(at).and_then(|bound| bounded(words, at, bound)) {
        return Some(bounded);
    }
    let (first, end) = single(words, at)?;
    Some(stretch(words, first, end))
}

/// A day, month, year … or the two ends of a run of days ("16–17 December").
fn single(words: &Words<'_>, at: usize) -> Option<(Shape, usize)> {
    if !words.may_begin(at) || words.senses(at) == [Sense::Article] && !words.may_follow_article(at + 1) {
        return None;
    }
    absolute::day(words, at).or_else(|| {
        numeric::date(words, at)
            .or_else(|| relative::expression(words, at))
            .or_else(|| absolute::holiday(words, at))
            .or_else(|| absolute::month(words, at))
            .or_else(|| year::expression(words, at))
            .map(|(expression, end)| (Shape::One(expression), end))
    })
}

/// "since May", "until January 5", "from Friday to Sunday", "between 3 and 5 June".
fn bounded(words: &Words<'_>, at: usize, bound: Bound) -> Option<(Shape, usize)> {
    let mut next = at + 1;
    while words.is(next, &["about", "around", "at", "least", "as", "early", "late"]) {
        next += 1;
    }
    // "from the evening of the 12th until the 17th"
    if words.is(next, &["the"]) && words.has(next + 1, Sense::TimeOfDay) && words.is(next + 2, &["of"]) {
        next += 3;
    }
    let (shape, end) = single(words, next)?;
    // "before the 2009 vote": the year belongs to the noun.
    if matches!(shape, Shape::One(Expression::Year(_))) && words.is(next, &["the"]) {
        return None;
    }
    let shape = match (bound, shape) {
        (Bound::Since, Shape::One(expression) | Shape::Between(expression, _)) => Shape::Since(expression),
        (Bound::Until | Bound::Before, Shape::One(expression) | Shape::Between(_, expression)) => {
            Shape::Until(expression)
        }
        (Bound::From, Shape::One(expression)) if words.is(end, &["on", "onward", "onwards"]) => {
            return Some((Shape::Since(expression), end + 1));
        }
        (Bound::From | Bound::Between, Shape::One(first)) => {
            let joined = match bound {
                Bound::Between => words.is(end, &["and"]),
                _ => words.is(end, &["to", "until", "till", "through"]) || words.is_dash(end),
            };
            let (Shape::One(last), end) = single(words, end + 1).filter(|_| joined)? else { return None };
            if !alike(first, last) {
                return None;
            }
            return Some((Shape::Between(first, last), end));
        }
        (Bound::Between, Shape::Between(..)) => shape,
        _ => return None,
    };
    Some((shape, end))
}

/// Joins `first` with an expression of its kind that follows after "to", a dash, or, where it is the next one, "and".
fn stretch(words: &Words<'_>, first: Shape, end: usize) -> (Shape, usize) {
    let Shape::One(one) = first else { return (first, end) };
    let runs = words.is(end, &["to", "until", "till", "through"]) || words.is_dash(end);
    if !runs && !words.is(end, &["and", "or"]) {
        return (first, end);
    }
    match single(words, end + 1) {
        Some((Shape::One(last), new_end)) if alike(one, last) && (runs || follows(one, last)) => {
            (Shape::Between(one, last), new_end)
        }
        _ => (first, end),
    }
}

fn alike(first: Expression, last: Expression) -> bool {
    use Expression::{Day, DayOfMonth, Month, NamedMonth, Unit, Weekday, Year};
    matches!(
        (first, last),
        (Day { .. }, Day { .. })
            | (Month { .. }, Month { .. } | NamedMonth { .. })
            | (NamedMonth { .. }, Month { .. } | NamedMonth { .. })
            | (DayOfMonth(_), DayOfMonth(_))
            | (Year(_), Year(_))
            | (Weekday(..), Weekday(..) | Unit(..))
            | (Unit(..), Weekday(..))
    ) || matches!((first, last), (Unit(a, _, unit), Unit(b, _, other)) if a == b && unit == other)
}

/// Whether `last` is the next one after `first`, so that "and" makes a stretch of the two.
fn follows(first: Expression, last: Expression) -> bool {
    match (first, last) {
        (Expression::Day { month, day, .. }, Expression::Day { month: next, day: after, .. }) => {
            (month == next && after == day + 1) || (next == month % 12 + 1 && after == 1 && day >= 28)
        }
        (Expression::Month { month, year, .. }, Expression::Month { month: next, year: after, .. }) => {
            next == month % 12 + 1 && (year == after || year == YearWord::Open)
        }
        (Expression::Year(year), Expression::Year(next)) => next == year + 1,
        (Expression::Weekday(day, _), Expression::Weekday(next, _)) => next == day.succ(),
        (Expression::Unit(_, offset, unit), Expression::Unit(_, next, other)) => {
            unit == other && (next - offset).abs() == 1
        }
        _ => false,
    }
}
