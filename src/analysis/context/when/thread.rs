//! The thread of the article: which date a sentence without one goes on with.

use std::collections::BTreeMap;

use chrono::Datelike;
use foldhash::{HashMap, HashSet};

use super::clause::Tense;
use super::dated::Dated;
use crate::analysis::date::PartialDate;
use crate::analysis::name::{NameKind, NamedSpan};
use crate::analysis::{Claim, DateSpan};

/// How many days before the report the main happening may lie; what is older is background.
const NEWS: i64 = 60;

/// The dates that sentences set, in order, and the main one.
pub struct Thread {
    /// Sentence and date.
    set: Vec<(usize, DateSpan)>,
    /// Sentences that tell of something that goes on, such as a strike.
    lasting: HashSet<usize>,
    /// Where each place is named first: an index of the article's names.
    named: HashMap<String, usize>,
    /// A running report whose entries have nothing but the time of day.
    live: bool,
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
    pub fn new(dated: &Dated<'_, '_>, claims: &[Claim]) -> Self {
        let lasting = claims
            .iter()
            .filter(|claim| goes_on(claim))
            .map(|claim| dated.reading.text.sentence_at(claim.span.start))
            .collect();
        let set: Vec<(usize, DateSpan)> = (0..dated.reading.text.sentences.len())
            .filter_map(|sentence| dated.main(sentence).map(|date| (sentence, date)))
            .collect();
        let days = || set.iter().map(|(_, date)| *date).filter(|date| is_of_days(*date));
        let report = dated.reading.published_on.or_else(|| days().filter_map(last_day).max());
        let recent = |date: &DateSpan| match (report, last_day(*date)) {
            (Some(report), Some(day)) => (0..=NEWS).contains(&(report - day).num_days()),
            _ => true,
        };
        // Without a day of the report an article is about the year that most of its days fall into.
        let year = dated.reading.published_on.is_none().then(|| commonest_year(days())).flatten();
        let of_year = |date: &DateSpan| year.is_some_and(|year| date.first_day().map(|day| day.year()) == Some(year));
        let main = days()
            .filter(|date| !is_long(*date))
            .find(|date| if year.is_some() { of_year(date) } else { recent(date) });
        let live = set.is_empty() && is_live(dated);
        let main =
            main.or_else(|| dated.reading.published_on.filter(|_| live).map(|day| DateSpan::on(PartialDate::Day(day))));
        Self { set, lasting, named: first_named(dated), main, live }
    }

    /// The date that `claim` in sentence number `sentence` goes on with.
    pub fn carried(&self, dated: &Dated<'_, '_>, claim: &Claim, sentence: usize) -> Option<Carried> {
        let sentences = &dated.reading.text.sentences;
        let here = sentences.get(sentence)?;
        let tense = dated.tense(claim, sentence);
        let before = self.set.partition_point(|(at, _)| *at < sentence);
        let last = before.checked_sub(1).and_then(|last| self.set.get(last));
        let main = || self.main.map(|date| Carried { date, basis: "the article's main date" });
        if tense == Tense::Future {
            return None;
        }
        if self.live {
            return main();
        }
        if here.headline {
            return self.heading(dated, sentence).or_else(main);
        }
        let Some((from, date)) = last.copied() else { return main() };
        let same_paragraph = sentences.get(from).is_some_and(|sentence| sentence.paragraph == here.paragraph);
        let open = date.to.is_none();
        let basis =
            if from + 1 == sentence { "carried from the sentence before" } else { "carried from an earlier sentence" };
        let carried = || Some(Carried { date: self.going_on(date, from, claim), basis });
        match tense {
            Tense::Perfect | Tense::Present if open && same_paragraph => carried(),
            Tense::Present if same_paragraph && from + 1 == sentence => carried(),
            // "had fired" leads back to what the article is about, if it is that kind of thing at all.
            Tense::Pluperfect if is_of_violence(claim) || claim.measure == "people" => main(),
            // "have died", "are missing": what the article is about brought it about.
            Tense::Perfect | Tense::Present if is_harm(claim) => main(),
            Tense::Perfect | Tense::Present | Tense::Pluperfect | Tense::Future => None,
            Tense::Past if same_paragraph => carried(),
            Tense::Past if open || is_long(date) || self.is_background(date) || begins(dated, claim) => main(),
            // A witness looks back on what the article is about.
            Tense::Past if is_of_violence(claim) && dated.is_from_new_witness(claim, sentence) => main(),
            Tense::Past if dated.is_aside(claim, sentence) && !is_of_violence(claim) && claim.measure != "people" => {
                None
            }
            Tense::Past if self.leads_to_new_place(dated, sentence) => None,
            Tense::Past => carried(),
        }
    }

    /// What follows on the beginning of a strike, told by its month, falls into that month or later.
    fn going_on(&self, date: DateSpan, from: usize, claim: &Claim) -> DateSpan {
        let vague = matches!(date.from, Some(PartialDate::Month(..) | PartialDate::Year(_)));
        if vague && self.lasting.contains(&from) && claim.event != "strike" {
            DateSpan { to: None, ..date }
        } else {
            date
        }
    }

    /// Whether the sentence begins a paragraph and leads to a place that nothing before it names.
    fn leads_to_new_place(&self, dated: &Dated<'_, '_>, sentence: usize) -> bool {
        let reading = dated.reading;
        let Some(here) = reading.text.sentences.get(sentence) else { return false };
        let before = sentence.checked_sub(1).and_then(|before| reading.text.sentences.get(before));
        if before.is_some_and(|before| before.paragraph == here.paragraph) {
            return false;
        }
        let first = reading.names.partition_point(|name| name.span.start < here.span.start);
        let names =
            reading.names.get(first..).unwrap_or_default().iter().take_while(|name| name.span.start < here.span.end);
        names
            .filter(|name| name.kind == NameKind::Place && is_reached(dated, name))
            .any(|name| self.named.get(reading.text.lower_span(name.span)).is_none_or(|named| *named >= first))
    }

    /// A heading takes the date of the sentence right below it.
    fn heading(&self, dated: &Dated<'_, '_>, sentence: usize) -> Option<Carried> {
        if sentence == 0 {
            return None;
        }
        let below = self.set.get(self.set.partition_point(|(at, _)| *at <= sentence))?;
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

/// Whether the span covers more days than one happening takes: "this week", "the past ten days".
fn is_long(date: DateSpan) -> bool {
    match (date.first_day(), date.last_day()) {
        (Some(first), Some(last)) => is_of_days(date) && (last - first).num_days() > 3,
        _ => false,
    }
}

/// Whether paragraphs begin with the time of day: "14:05 Police have closed the bridge."
fn is_live(dated: &Dated<'_, '_>) -> bool {
    let text = &dated.reading.text;
    let timed = |words: &str| {
        let time = words.split_whitespace().next().unwrap_or_default();
        let (hour, minute) = time.split_once([':', '.']).unwrap_or_default();
        matches!(hour.parse::<u32>(), Ok(0..=23))
            && minute.len() >= 2
            && minute.starts_with(|first: char| first.is_ascii_digit())
    };
    text.sentences.iter().filter(|sentence| timed(sentence.span.of(text.source))).count() > 1
}

/// The year of most of `days`; the earlier of two.
fn commonest_year(days: impl Iterator<Item = DateSpan>) -> Option<i32> {
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    for day in days.filter_map(|date| date.first_day()) {
        *years.entry(day.year()).or_default() += 1;
    }
    years.into_iter().max_by_key(|(year, count)| (*count, std::cmp::Reverse(*year))).map(|(year, _)| year)
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

/// Whether what the claim tells goes on after it has begun.
fn goes_on(claim: &Claim) -> bool {
    matches!(claim.event.as_str(), "strike" | "occupy") || claim.measure == "on_strike"
}

/// Whether the claim tells of people or things harmed.
fn is_of_violence(claim: &Claim) -> bool {
    matches!(
        claim.event.as_str(),
        "shoot"
            | "kill"
            | "injure"
            | "beat"
            | "clash"
            | "attack"
            | "bomb"
            | "arson"
            | "vandalise"
            | "loot"
            | "abduct"
            | "riot"
    ) || matches!(claim.measure.as_str(), "killed" | "injured" | "casualties" | "buildings")
}

/// Whether the claim counts those whom the happening hit.
fn is_harm(claim: &Claim) -> bool {
    matches!(claim.measure.as_str(), "killed" | "injured" | "casualties" | "missing" | "displaced" | "buildings")
}

/// Whether the claim tells how it all began: that leads back to the article's main date.
fn begins(dated: &Dated<'_, '_>, claim: &Claim) -> bool {
    let text = &dated.reading.text;
    let tokens = text.tokens_in(claim.span);
    is_of_violence(claim)
        && (tokens.start..tokens.end + 2)
            .any(|at| matches!(text.lower(at), "began" | "started" | "erupted" | "begun" | "start" | "begin"))
}

fn first_named(dated: &Dated<'_, '_>) -> HashMap<String, usize> {
    let mut first = HashMap::default();
    for (number, name) in dated.reading.names.iter().enumerate() {
        first.entry(dated.reading.text.lower_span(name.span).to_owned()).or_insert(number);
    }
    first
}

/// Whether "in" or "to" stands before the place's noun group.
fn is_reached(dated: &Dated<'_, '_>, name: &NamedSpan) -> bool {
    let phrases = &dated.reading.phrases;
    phrases
        .chunk_at(name.tokens.start)
        .and_then(|chunk| phrases.previous(chunk))
        .and_then(|before| phrases.chunks.get(before))
        .is_some_and(|before| matches!(dated.reading.text.lower(before.tokens.start), "in" | "to" | "into"))
}
