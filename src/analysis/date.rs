//! Calendar expressions and what they mean: "on Friday", "Dec. 16–17, 2011", "since May".
//!
//! `words` looks every token up, `grammar` recognises expressions, `anchor` finds the day that the article reports from,
//! `tense` tells past from future, and `resolve` works out the days. What was dated last is kept while reading, so that
//! "the following day" counts from it.

mod anchor;
mod expression;
mod grammar;
mod holiday;
mod resolve;
mod span;
mod steps;
mod tense;
#[cfg(test)]
mod tests;
mod words;

pub use span::{DateSpan, PartialDate};

use chrono::NaiveDate;

use super::text::Text;
use crate::span::Span;
use expression::{Expression, Shape, YearWord};
use resolve::Clock;
use words::Words;

/// A calendar expression in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct DateMention {
    /// Where it stands, as tokens.
    pub tokens: std::ops::Range<usize>,
    /// The same as bytes.
    pub span: Span,
    /// What it means; empty where it cannot be told (no publication date to count from).
    pub date: DateSpan,
    /// The rule that read it ("day of the week").
    pub rule: &'static str,
    /// Whether it dates the report itself, not something that happened: a dateline, a line with the date of publication.
    pub of_report: bool,
}

/// Finds the calendar expressions of `text`, in order, without overlap.
pub fn find(text: &Text<'_>, published_on: Option<NaiveDate>) -> Vec<DateMention> {
    let mut words = Words::new(text);
    let anchor = anchor::find(&mut words, published_on);
    let mut clock = Clock { report: anchor.report, ..Clock::default() };
    let mut mentions = Vec::new();
    let mut told_in = 0;
    for (number, sentence) in text.sentences.iter().enumerate() {
        words.sentence = sentence.tokens.clone();
        if number > told_in + 1 {
            clock.passage = None;
        }
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let Some((shape, end)) = grammar::shape_at(&words, at) else {
                at += 1;
                continue;
            };
            let tokens = at..end.min(sentence.tokens.end).max(at + 1);
            let of_report = anchor.lines.binary_search(&at).is_ok();
            let (date, rule) = clock.resolve(shape, tense::around(&words, &tokens));
            let rule = if of_report { "date of the report" } else { rule };
            at = tokens.end;
            mentions.push(DateMention { span: text.span(tokens.clone()), tokens, date, rule, of_report });
            if !of_report && !date.is_empty() {
                told_in = number;
                remember(&mut clock, shape, date);
            }
        }
    }
    mentions
}

/// Keeps what later expressions count from: the last dated happening, and the year that the passage tells of.
fn remember(clock: &mut Clock, shape: Shape, date: DateSpan) {
    if let (Some(from), Some(_)) = (date.from, date.to) {
        clock.happening = Some(date);
        clock.happening_day = match shape {
            Shape::One(Expression::Month { part, .. }) => resolve::middle_of(from, part),
            _ => None,
        };
    }
    let (Shape::One(said) | Shape::Between(_, said) | Shape::Since(said) | Shape::Until(said)) = shape;
    let (year, month) = match said {
        Expression::Year(year) => (year, None),
        Expression::Day { year: YearWord::Given(year), month, .. }
        | Expression::Month { year: YearWord::Given(year), month, .. } => (year, Some(month)),
        Expression::Day { .. } | Expression::Month { .. } => return,
        _ => {
            clock.passage = None;
            return;
        }
    };
    clock.year = Some(year);
    clock.passage = month.and_then(|month| NaiveDate::from_ymd_opt(year, month, 1));
}
