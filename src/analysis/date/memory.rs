//! The happenings dated so far, by the words of their sentences: what "two days after the quake" counts from.

use std::ops::Range;

use chrono::NaiveDate;
use foldhash::HashMap;

use super::expression::{Expression, Origin, Shape};
use super::words::Words;
use super::{DateSpan, PartialDate};
use crate::analysis::Text;

/// How many days before the report a happening may lie that a story is still about.
const NEWS: i64 = 60;

/// How many letters two words of one kin share at their beginning: "quake", "quakes"; "flood", "flooding".
const STEM: usize = 4;

/// Dated happenings, in the order in which they are told.
#[derive(Default)]
pub struct Memory<'t> {
    /// Sentences whose words are not in `by_stem` yet, with what they date: few articles ask for any.
    unread: Vec<(Range<usize>, DateSpan)>,
    /// The first dated happening told with a word of each stem, and which one in the order of telling.
    by_stem: HashMap<&'t str, (usize, DateSpan)>,
    /// The first of the last weeks.
    recent: Option<DateSpan>,
    told: usize,
    sentence: Range<usize>,
}

impl<'t> Memory<'t> {
    /// Keeps that the sentence being read tells of something on `date`; its first date is the one that counts.
    pub fn keep(&mut self, words: &Words<'t>, date: DateSpan, report: Option<NaiveDate>) {
        if self.recent.is_none()
            && let (Some(report), Some(PartialDate::Day(day))) = (report, date.to)
            && (report - day).num_days() <= NEWS
        {
            self.recent = Some(date);
        }
        if self.sentence == words.sentence {
            return;
        }
        self.sentence = words.sentence.clone();
        self.unread.push((words.sentence.clone(), date));
    }

    fn read(&mut self, text: &'t Text<'t>) {
        for (sentence, date) in self.unread.drain(..) {
            for stem in sentence.filter_map(|token| stem(text, token)) {
                self.by_stem.entry(stem).or_insert((self.told, date));
            }
            self.told += 1;
        }
    }

    /// The happening that "after the quake" behind a distance names: the first dated one told with such a word, else the
    /// first of the last weeks. `end` is the token behind the expression.
    pub fn named(&mut self, words: &Words<'t>, shape: Shape, end: usize) -> Option<DateSpan> {
        let counts = matches!(shape, Shape::One(Expression::Distance(Origin::Happening, ..)));
        let named = words.is(end.wrapping_sub(1), &["after", "before"])
            && words.is(end, &["the", "his", "her", "its", "their", "that", "an", "a"]);
        if !counts || !named {
            return None;
        }
        self.read(words.text);
        (end + 1..words.sentence.end.min(end + 4))
            .filter_map(|token| self.by_stem.get(stem(words.text, token)?))
            .min_by_key(|(told, _)| *told)
            .map(|(_, date)| *date)
            .or(self.recent)
    }
}

fn stem<'t>(text: &Text<'t>, token: usize) -> Option<&'t str> {
    if text.is_small_word(token) { text.lower(token).get(..STEM) } else { None }
}
