//! Distances that date what they lead to, not what they stand in: "on Sunday, two days after the dam burst" tells the day
//! of the burst, and so does "two days after the dam burst" where nothing has been dated yet. Dates in asides, too, do not
//! lead the story on.

use std::ops::Range;

use super::DateMention;
use super::expression::{Expression, Origin, Shape};
use super::resolve::Clock;
use super::tense::Tense;
use super::words::Words;
use crate::vocabulary::calendar::Unit;
use crate::vocabulary::grammar;

/// What the distance at `tokens` counts from and how, where it counts back from the date `before` it or from the report.
pub fn back(
    words: &Words<'_>,
    shape: Shape,
    tokens: &Range<usize>,
    before: Option<&DateMention>,
    clock: &Clock,
) -> Option<(Clock, Shape)> {
    let Shape::One(Expression::Distance(Origin::Happening, count, unit)) = shape else { return None };
    let after = words.is(tokens.end.wrapping_sub(1), &["after"]);
    if !after && !words.is(tokens.end.wrapping_sub(1), &["before"]) {
        return None;
    }
    let turned = |origin| Shape::One(Expression::Distance(origin, -count, unit));
    let beside = |before: &&DateMention| {
        let gap = tokens.start.checked_sub(before.tokens.end);
        !before.of_report
            && before.date.to.is_some()
            && words.sentence.contains(&before.tokens.start)
            && (gap == Some(0) || gap == Some(1) && words.is(before.tokens.end, &[","]))
    };
    if let Some(before) = before.filter(beside) {
        return Some((Clock { happening: Some(before.date), ..*clock }, turned(Origin::Happening)));
    }
    // "Thirteen months after guns wrecked the market": what lies ahead of the report cannot be meant.
    let ahead = || {
        let day = clock.resolve(shape, Tense::Past).0.first_day();
        day.zip(clock.report).is_some_and(|(day, report)| day > report)
    };
    (after && (clock.happening.is_none() || ahead())).then(|| (*clock, turned(Origin::Report)))
}

/// How many tokens an aside has before its date at most.
const ASIDE: usize = 14;

/// Whether the date stands in an aside from which the story does not go on: "the plan, approved in 1989, required",
/// "says in a report published today".
pub fn is_aside(words: &Words<'_>, shape: Shape, tokens: &Range<usize>) -> bool {
    let participle = |at: usize| grammar::get().verb(words.word(at)).participle;
    match shape {
        Shape::One(Expression::Year(_)) => {
            let first = tokens.start.saturating_sub(ASIDE).max(words.sentence.start);
            let comma = (first..tokens.start).rev().find(|at| words.is(*at, &[","]));
            words.is(tokens.end, &[","])
                && comma.is_some_and(|comma| comma > words.sentence.start && participle(comma + 1))
        }
        Shape::One(Expression::Unit(Origin::Report, 0, Unit::Day)) => {
            let noun = tokens.start.wrapping_sub(2);
            participle(tokens.start.wrapping_sub(1))
                && words.is_small_word(noun)
                && grammar::get().class(words.word(noun)).is_none()
        }
        _ => false,
    }
}
