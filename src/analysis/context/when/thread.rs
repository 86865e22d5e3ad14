//! The thread of the article: which date a sentence without one goes on with.

use super::clause::Tense;
use super::dated::Dated;
use crate::analysis::DateSpan;
use crate::analysis::date::PartialDate;
use crate::analysis::name::NameKind;

/// How many days before the report the main happening may lie; what is older is background.
const NEWS: i64 = 60;

/// The dates that sentences set, in order, and the main one.
pub struct Thread {
    /// Sentence and date.
    set: Vec<(usize, DateSpan)>,
    /// The date of what the article mainly tells: the first of a day, not long before the report.
    pub main: Option<DateSpan>,
}

/// A date that a sentence goes on with, and why.
pub struct Carried {
    /// The date.
    pub date: DateSpan,
    /// Why this date.
    pub basis: &'static str,
}

impl Thread {
    /// Reads the thread of an article.
    pub fn new(dated: &Dated<'_, '_>) -> Self {
        let set: Vec<(usize, DateSpan)> = (0..dated.reading.text.sentences.len())
            .filter_map(|sentence| dated.main(sentence).map(|date| (sentence, date)))
            .collect();
        let days = || set.iter().map(|(_, date)| *date).filter(|date| is_of_days(*date));
        let report = dated.reading.published_on.or_else(|| days().filter_map(last_day).max());
        let recent = |date: &DateSpan| match (report, last_day(*date)) {
            (Some(report), Some(day)) => (0..=NEWS).contains(&(report - day).num_days()),
            _ => true,
        };
        let main = days().find(recent);
        Self { set, main }
    }

    /// The date that a claim in `sentence` goes on with, where the verb of its clause tells `tense`.
    pub fn carried(&self, dated: &Dated<'_, '_>, sentence: usize, tense: Tense) -> Option<Carried> {
        let sentences = &dated.reading.text.sentences;
        let here = sentences.get(sentence)?;
        let before = self.set.partition_point(|(at, _)| *at < sentence);
        let last = before.checked_sub(1).and_then(|last| self.set.get(last));
        let main = |basis| self.main.map(|date| Carried { date, basis });
        if here.headline {
            return self.heading(dated, sentence).or_else(|| main("the article's main date"));
        }
        let Some((from, date)) = last.copied() else {
            return if matches!(tense, Tense::Future) { None } else { main("the article's main date") };
        };
        let same_paragraph = sentences.get(from).is_some_and(|sentence| sentence.paragraph == here.paragraph);
        let open = date.to.is_none();
        let basis =
            if from + 1 == sentence { "carried from the sentence before" } else { "carried from an earlier sentence" };
        let carried = Some(Carried { date, basis });
        match tense {
            Tense::Future | Tense::Pluperfect => None,
            Tense::Perfect | Tense::Present if open && same_paragraph => carried,
            Tense::Present if same_paragraph && from + 1 == sentence => carried,
            Tense::Perfect | Tense::Present => None,
            Tense::Past if same_paragraph => carried,
            Tense::Past if open => main("the article's main date"),
            Tense::Past if self.is_background(date) => main("the article's main date"),
            Tense::Past if new_place(dated, sentence) => None,
            Tense::Past => carried,
        }
    }

    /// A heading takes the date of the sentence right below it.
    fn heading(&self, dated: &Dated<'_, '_>, sentence: usize) -> Option<Carried> {
        if sentence == 0 {
            return None;
        }
        let below = self.set.iter().find(|(at, _)| *at > sentence)?;
        let between = dated.reading.text.sentences.get(sentence + 1..below.0)?;
        (between.is_empty() && below.1.to.is_some())
            .then_some(Carried { date: below.1, basis: "that of the sentence below the heading" })
    }

    /// Whether the date lies far before the main one, or is a mere year.
    fn is_background(&self, date: DateSpan) -> bool {
        match (last_day(date), self.main.and_then(|main| main.first_day())) {
            (Some(day), Some(main)) => {
                (main - day).num_days() > NEWS || !is_of_days(date) && (main - day).num_days() > 0
            }
            _ => false,
        }
    }

    /// From the first to the last of the two days set latest before `sentence` that differ.
    pub fn latest_two(&self, sentence: usize) -> Option<DateSpan> {
        let mut days =
            self.set.iter().rev().filter(|(at, date)| *at <= sentence && is_of_days(*date)).map(|(_, date)| *date);
        let last = days.next()?;
        let other = days.find(|date| *date != last)?;
        hull([last, other].into_iter())
    }
}

/// Whether both ends are days.
pub fn is_of_days(date: DateSpan) -> bool {
    matches!((date.from, date.to), (Some(PartialDate::Day(_)), Some(PartialDate::Day(_))))
}

fn last_day(date: DateSpan) -> Option<chrono::NaiveDate> {
    date.last_day().or(date.first_day())
}

/// The shortest span that covers all of `dates`.
pub fn hull(dates: impl Iterator<Item = DateSpan>) -> Option<DateSpan> {
    dates.filter(|date| date.from.is_some() && date.to.is_some()).reduce(|all, date| DateSpan {
        from: if date.first_day() < all.first_day() { date.from } else { all.from },
        to: if date.last_day() > all.last_day() { date.to } else { all.to },
    })
}

/// Whether the sentence begins a paragraph and names a place that nothing before it names.
fn new_place(dated: &Dated<'_, '_>, sentence: usize) -> bool {
    let reading = dated.reading;
    let Some(here) = reading.text.sentences.get(sentence) else { return false };
    let begins = sentence == 0
        || reading.text.sentences.get(sentence - 1).is_some_and(|before| before.paragraph != here.paragraph);
    let first = reading.names.partition_point(|name| name.span.start < here.span.start);
    begins
        && reading.names.get(first..).unwrap_or_default().iter().take_while(|name| name.span.start < here.span.end).any(
            |name| {
                name.kind == NameKind::Place
                    && !reading.names.get(..first).unwrap_or_default().iter().any(|before| {
                        before.span.of(reading.text.source).eq_ignore_ascii_case(name.span.of(reading.text.source))
                    })
            },
        )
}
