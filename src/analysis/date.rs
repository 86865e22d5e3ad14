//! Calendar expressions and what they mean: "on Friday", "Dec. 16–17, 2011", "since May".
//!
//! `words` looks every token up, `grammar` recognises expressions, `anchor` finds the day that the article reports from,
//! `tense` tells past from future, and `resolve` works out the days. What was dated last is kept while reading, so that
//! "the following day" counts from it.

mod anchor;
mod expression;
mod grammar;
mod history;
mod holiday;
mod memory;
mod resolve;
mod span;
mod steps;
mod tense;
#[cfg(test)]
mod tests;
mod turned;
mod words;

pub use span::{DateSpan, PartialDate};

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::text::Text;
use crate::span::Span;
use crate::vocabulary::calendar::{Unit, Which};
use expression::{Expression, Origin, Shape, YearWord};
use memory::Memory;
use resolve::Clock;
use words::Words;

/// The rule of a distance that dates what stands behind it: "on Sunday, two days after the dam burst".
pub const COUNTED_BACK: &str = "counted back to the happening behind";

/// A calendar expression in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct DateMention {
    /// Where it stands, as tokens.
    pub tokens: Range<usize>,
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
    let expressions = expressions(&mut words);
    let anchor = anchor::find(&mut words, &expressions, published_on);
    let of_history = history::is_told(&mut words, &expressions, anchor.report);
    let mut clock = Clock { report: anchor.report, of_history, ..Clock::default() };
    let mut mentions = Vec::new();
    let mut told_in = 0;
    let mut memory = Memory::default();
    for (number, sentence) in text.sentences.iter().enumerate() {
        words.sentence = sentence.tokens.clone();
        if number > told_in + 1 {
            clock.passage = None;
            clock.past_year = clock.past_year.filter(|_| clock.of_history);
        }
        clock.goes_on = number <= told_in + STORY;
        let found = expressions.get(number).map(Vec::as_slice).unwrap_or_default();
        for (shape, tokens) in found.iter().cloned() {
            let of_report = anchor.lines.binary_search(&tokens.start).is_ok();
            let tense = match shape {
                Shape::Until(_) => tense::of_bound(&words, &tokens),
                _ => tense::around(&words, &tokens),
            };
            let named = memory.named(&words, shape, tokens.end);
            let goes_on = clock.goes_on && !is_of_news(&words, &tokens);
            let counted = Clock { happening: named.or(clock.happening), goes_on, ..clock };
            let back = turned::back(&words, shape, &tokens, mentions.last(), &counted);
            let (date, rule) = back.as_ref().map_or_else(
                || counted.resolve(shape, tense),
                |(clock, shape)| (clock.resolve(*shape, tense).0, COUNTED_BACK),
            );
            let shape = back.map_or(shape, |(_, shape)| shape);
            let rule = if of_report { "date of the report" } else { rule };
            mentions.push(DateMention {
                span: text.span(tokens.clone()),
                tokens: tokens.clone(),
                date,
                rule,
                of_report,
            });
            if !of_report && !date.is_empty() {
                told_in = number;
                let in_passing = names_noun(&words, shape, &tokens)
                    || turned::is_aside(&words, shape, &tokens)
                    || is_of_saying(&words, shape, &tokens)
                    || clock.of_history && is_of_news(&words, &tokens);
                if !in_passing {
                    remember(&mut clock, shape, date);
                }
                if date.to.is_some() && !is_ahead(&clock, date) {
                    memory.keep(&words, date, clock.report);
                }
            }
        }
    }
    mentions
}

/// "a 2007 inquiry": the year tells which, not when what is told next happened.
fn names_noun(words: &Words<'_>, shape: Shape, tokens: &Range<usize>) -> bool {
    matches!(shape, Shape::One(Expression::Year(_)))
        && tokens.len() == 1
        && words.is_small_word(tokens.end)
        && words.is(tokens.start.wrapping_sub(1), &["a", "an", "the", "his", "her", "its", "their", "'s", "’s"])
}

/// "officials said today", "told reporters on Friday": the story does not go on from the day of the saying.
fn is_of_saying(words: &Words<'_>, shape: Shape, tokens: &Range<usize>) -> bool {
    let day =
        matches!(shape, Shape::One(Expression::Weekday(_, None) | Expression::Unit(Origin::Report, _, Unit::Day)));
    let on = usize::from(words.is(tokens.start.wrapping_sub(1), &["on", "late", "early", "here"]));
    let cue = tokens.start.wrapping_sub(1 + on);
    day && words.is_small_word(cue) && !words.text.word(cue).cues.is_empty()
}

/// "The report, published on Tuesday", "was convicted on Friday": what courts and officials now make of a story of long ago.
fn is_of_news(words: &Words<'_>, tokens: &Range<usize>) -> bool {
    (tokens.start.saturating_sub(NEWS_REACH)..tokens.start).any(|token| {
        let word = words.text.word(token);
        let says = word.class.is_none() && !word.cues.is_empty();
        words.is_small_word(token) && (says || NEWS.contains(&words.word(token)))
    })
}

/// How many tokens before a date the verb may stand that it dates.
const NEWS_REACH: usize = 5;

/// What is done about a story long after it.
const NEWS: [&str; 14] = [
    "published",
    "released",
    "ruled",
    "convicted",
    "sentenced",
    "acquitted",
    "charged",
    "jailed",
    "unveiled",
    "apologised",
    "apologized",
    "appeared",
    "marked",
    "commemorated",
];

/// How many sentences without a date a story of long ago goes on at most.
const STORY: usize = 8;

/// A bare year no longer ago than this may be mere background of the news.
const BACKGROUND: i32 = 15;

/// Whether `date` lies after the report.
fn is_ahead(clock: &Clock, date: DateSpan) -> bool {
    matches!((clock.report, date.first_day()), (Some(report), Some(day)) if day > report)
}

/// The calendar expressions of each sentence, in order, without overlap.
fn expressions(words: &mut Words<'_>) -> Vec<Vec<(Shape, Range<usize>)>> {
    let sentences = &words.text.sentences;
    let mut all = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        words.sentence = sentence.tokens.clone();
        let mut found = Vec::new();
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let expression = if words.is_idle(at) { None } else { grammar::shape_at(words, at) };
            let Some((shape, end)) = expression else {
                at += 1;
                continue;
            };
            let tokens = at..end.min(sentence.tokens.end).max(at + 1);
            at = tokens.end;
            found.push((shape, tokens));
        }
        all.push(found);
    }
    all
}

/// "the previous December", "two days earlier": the story goes on from where it was.
fn looks_back(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::One(
            Expression::Unit(Origin::Happening, ..=-1, _)
                | Expression::Distance(Origin::Happening, ..=-1, _)
                | Expression::Weekday(_, Some(Which::Previous))
                | Expression::NamedMonth { which: Which::Previous, .. }
        )
    )
}

/// Keeps what later expressions count from: the last dated happening, and the year that the passage tells of.
fn remember(clock: &mut Clock, shape: Shape, date: DateSpan) {
    // An article whose first date has a year long gone tells history.
    if let (None, Some(report), Some(day)) = (clock.happening, clock.report, date.first_day()) {
        let bare = matches!(shape, Shape::One(Expression::Year(_) | Expression::Decade(_)));
        clock.of_history |= report.year() - day.year() > if bare { BACKGROUND } else { 1 };
    }
    if let (Some(from), Some(_)) = (date.from, date.to)
        && !is_ahead(clock, date)
        && !looks_back(shape)
    {
        clock.happening = Some(date);
        if matches!(date.to, Some(PartialDate::Day(_))) {
            clock.day = Some(date);
        }
        clock.happening_day = match shape {
            Shape::One(Expression::Month { part, .. }) => resolve::middle_of(from, part),
            _ => None,
        };
    }
    let (Shape::One(said) | Shape::Between(_, said) | Shape::Since(said) | Shape::Until(said)) = shape;
    let (year, month) = match said {
        Expression::Year(year) => {
            clock.past_year = clock.report.is_some_and(|report| year < report.year()).then_some(year);
            (year, None)
        }
        Expression::Day { year: YearWord::Given(year), month, .. }
        | Expression::Month { year: YearWord::Given(year), month, .. } => (year, Some(month)),
        Expression::Day { .. } | Expression::Month { .. } => return,
        _ => {
            clock.passage = None;
            clock.past_year = None;
            return;
        }
    };
    if let Some(slot) = month
        .and_then(|month| usize::try_from(month).ok()?.checked_sub(1))
        .and_then(|at| clock.years_of_months.get_mut(at))
    {
        *slot = Some(year);
    }
    if month.is_some() {
        clock.past_year = clock.past_year.filter(|past| *past == year);
    }
    clock.year = Some(year);
    clock.passage = month.and_then(|month| NaiveDate::from_ymd_opt(year, month, 1));
}
