//! Whether an article tells history: its head gives days and months of years long gone, and none by the day of the week.
//! The first date alone does not tell, for it may be that of a revision ("last edited in June 2022").

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::expression::{Expression, Origin, Shape, YearWord};
use super::words::Words;

/// How many sentences the head has.
const HEAD: usize = 12;

/// How many days and months of years long gone the head gives at least.
const LEAST: usize = 2;

/// Whether the head of the text with these `expressions` tells of years long before the `report`.
pub fn is_told(words: &mut Words<'_>, expressions: &[Vec<(Shape, Range<usize>)>], report: Option<NaiveDate>) -> bool {
    let Some(report) = report else { return false };
    let (mut old, mut recent) = (0, 0);
    for (sentence, found) in words.text.sentences.iter().zip(expressions).take(HEAD) {
        words.sentence = sentence.tokens.clone();
        for (shape, tokens) in found {
            let (Shape::One(said) | Shape::Between(_, said) | Shape::Since(said) | Shape::Until(said)) = *shape;
            match said {
                Expression::Day { year: YearWord::Given(year), .. }
                | Expression::Month { year: YearWord::Given(year), .. } => {
                    if report.year() - year > 1 {
                        old += 1;
                    } else {
                        recent += 1;
                    }
                }
                Expression::Weekday(..)
                    if words.is(tokens.start.wrapping_sub(1), &["on", "by", "since", "until", "last"]) =>
                {
                    return false;
                }
                Expression::Unit(Origin::Report, -1..=0, _) => return false,
                _ => {}
            }
        }
    }
    old >= LEAST && old > recent
}
