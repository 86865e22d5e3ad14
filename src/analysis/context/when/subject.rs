//! What the article is about, and when that was: the date of what it mainly tells, and that of the harm which its counts
//! of victims go back to.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::dated::Dated;
use super::lasting;
use super::nature::{is_of_bodies, is_of_harm, is_of_victims};
use super::setting::{Setting, Settings};
use super::stretch::{hull, is_long, is_of_days, last_day};
use crate::analysis::date::PartialDate;
use crate::analysis::{Claim, DateSpan};

/// How many days before the report the main happening may lie; what is older is background.
pub const NEWS: i64 = 60;

/// How many sentences at the beginning tell what an article is about.
pub const LEAD: usize = 4;

/// How many days before the report history begins.
const HISTORY: i64 = 400;

/// How many sentences at the beginning may date harm that is no news.
const EARLY: usize = 15;

/// How many days a toll at the head of an article sums up at most.
const TOLL: i64 = 14;

/// The main date and that of harm.
pub fn mains(
    dated: &Dated<'_, '_>,
    claims: &[Claim],
    settings: &Settings,
    live: bool,
) -> (Option<DateSpan>, Option<DateSpan>, bool) {
    let days =
        || settings.told.iter().chain(&settings.harm).map(|setting| setting.date).filter(|date| is_of_days(*date));
    let report = dated.reading.published_on.or_else(|| days().filter_map(last_day).max());
    let old =
        |date: &DateSpan| report.zip(last_day(*date)).is_some_and(|(report, day)| (report - day).num_days() > HISTORY);
    let recent = |date: DateSpan| match (report, last_day(date)) {
        (Some(report), Some(day)) => (0..=NEWS).contains(&(report - day).num_days()),
        _ => true,
    };
    // Without a day of the report, or long after most days that it tells of, an article is about the year that most of its days fall into.
    let history = dated.reading.published_on.is_none() || days().filter(old).count() > days().count() * 2 / 3;
    let year = history.then(|| commonest_year(days())).flatten();
    let of_year = |date: DateSpan| date.first_day().map(|day| day.year()) == year;
    let first = |settings: &[Setting], long: bool| {
        settings
            .iter()
            .filter(|setting| is_of_days(setting.date) && (long && setting.whole || !is_long(setting.date)))
            .map(|setting| setting.date)
            .find(|date| if year.is_some() { of_year(*date) } else { recent(*date) })
    };
    let day_of_year = || year.and_then(|_| commonest_day(dated, claims, of_year));
    let today = || dated.reading.published_on.filter(|_| live).map(|day| DateSpan::on(PartialDate::Day(day)));
    let harm = of_lead(dated, claims, settings)
        .filter(|date| recent(*date))
        .or_else(day_of_year)
        .or_else(|| first(&settings.harm, true));
    let main = first(&settings.told, false).or(harm).or_else(today).or_else(|| dated.first_saying(LEAD));
    let early = |setting: &&Setting| is_of_days(setting.date) && setting.sentence < EARLY;
    let back = turns_back(dated, claims);
    let harm = harm
        .or_else(|| settings.harm.first().filter(|_| back).map(|harm| harm.date))
        .or_else(|| settings.harm.iter().find(early).map(|harm| harm.date))
        .or_else(|| main.filter(|_| !back));
    let one_day = |date: &DateSpan| is_of_days(*date) && date.from == date.to;
    let all = harm.map(|harm| {
        let all = of_lead_toll(dated, claims).filter(|_| one_day(&harm));
        all.or_else(|| lasting::stretch(dated, claims, settings, harm)).unwrap_or_else(|| dated.of_weather(harm))
    });
    let whole = all != harm || settings.harm.iter().any(|setting| setting.whole && Some(setting.date) == all);
    (main, all, whole)
}

/// The date that an article begins with, where it counts victims right behind it and tells of no harm before: "On Friday
/// troops stormed the yard. Nine are dead."
fn of_lead(dated: &Dated<'_, '_>, claims: &[Claim], settings: &Settings) -> Option<DateSpan> {
    let text = &dated.reading.text;
    let paragraph = |sentence: usize| text.sentences.get(sentence).map(|sentence| sentence.paragraph);
    let heads = text.sentences.iter().take_while(|sentence| sentence.headline).count();
    let told = settings.told.first().filter(|told| told.sentence < heads + LEAD && is_of_days(told.date))?;
    let harmed = settings.harm.first().map_or(usize::MAX, |harm| harm.sentence);
    let follows = |claim: &&Claim| {
        let sentence = text.sentence_at(claim.span.start);
        is_of_victims(claim)
            && claim.date.is_empty()
            && dated.ground(claim).is_none()
            && sentence > told.sentence
            && sentence < harmed
            && paragraph(sentence) == paragraph(told.sentence)
    };
    let goes_on = !is_long(told.date) && !dated.turns_back(told.sentence);
    claims.iter().any(|claim| goes_on && follows(&claim)).then_some(told.date)
}

/// What an undated toll at the head of an article sums up: all days on which people were hit.
fn of_lead_toll(dated: &Dated<'_, '_>, claims: &[Claim]) -> Option<DateSpan> {
    let text = &dated.reading.text;
    let heads = text.sentences.iter().take_while(|sentence| sentence.headline).count() + 1;
    let toll = claims
        .iter()
        .filter(|claim| {
            is_of_victims(claim)
                && claim.date.is_empty()
                && text.sentence_at(claim.span.start) < heads
                && dated.ground(claim).is_none()
        })
        .filter_map(|claim| claim.low)
        .max()
        .filter(|toll| *toll > 1)?;
    // "Two died on Friday and six on Sunday" add up to it; "eight died on Friday" is all of it.
    let one_day = |date: DateSpan| is_of_days(date) && date.from == date.to;
    if claims.iter().any(|claim| claim.measure == "killed" && claim.low == Some(toll) && one_day(claim.date)) {
        return None;
    }
    let days = || {
        let found = |claim: &&Claim| !is_of_bodies(claim, &dated.reading.text);
        let parts = claims
            .iter()
            .filter(found)
            .filter(|claim| claim.measure == "killed" && claim.low.is_some_and(|low| low < toll));
        parts.map(|claim| claim.date).filter(|date| is_of_days(*date) && date.from == date.to)
    };
    let found = claims.iter().filter(|claim| claim.measure == "killed" && one_day(claim.date));
    let summed: i64 = found.filter_map(|claim| claim.low).filter(|low| *low < toll).sum();
    if summed * 2 < toll {
        return None;
    }
    let last = days().filter_map(last_day).max()?;
    let recent = |date: &DateSpan| date.first_day().is_some_and(|day| (last - day).num_days() <= TOLL);
    let news = dated.reading.published_on.is_none_or(|report| (0..=TOLL).contains(&(report - last).num_days()));
    if news { hull(days().filter(recent)).filter(|all| all.from != all.to) } else { None }
}

/// Whether the article begins with what turns back to harm: a trial, a funeral.
fn turns_back(dated: &Dated<'_, '_>, claims: &[Claim]) -> bool {
    let text = &dated.reading.text;
    claims.iter().filter(|claim| text.sentence_at(claim.span.start) < LEAD).any(|claim| dated.ground(claim).is_some())
}

/// Whether paragraphs begin with the time of day: "14:05 Police have closed the bridge."
pub fn is_live(dated: &Dated<'_, '_>) -> bool {
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

/// The first and the last day of a date.
type Days = (Option<NaiveDate>, Option<NaiveDate>);

/// How often an article that tells history names the day of harm that it is about, at least.
const NAMED: usize = 2;

/// The day of harm that an article names most often; twice as often as any other.
fn commonest_day(dated: &Dated<'_, '_>, claims: &[Claim], of_year: impl Fn(DateSpan) -> bool) -> Option<DateSpan> {
    let harmed = |date: DateSpan| claims.iter().any(|claim| is_of_harm(claim) && claim.date == date);
    let mut named: BTreeMap<Days, (usize, bool, DateSpan)> = BTreeMap::new();
    for mention in dated.reading.dates.iter().filter(|mention| !mention.of_report && is_of_days(mention.date)) {
        if is_long(mention.date) || !of_year(mention.date) {
            continue;
        }
        let entry =
            named.entry((mention.date.first_day(), mention.date.last_day())).or_insert((0, false, mention.date));
        entry.0 += 1;
        entry.1 |= dated.tells_of_harm(mention) || harmed(mention.date);
    }
    let most = named.values().map(|(times, ..)| *times).max().filter(|times| *times >= NAMED)?;
    let mut often = named.values().filter(|(times, ..)| times * 2 > most);
    let (_, of_harm, date) = often.next()?;
    (*of_harm && often.next().is_none()).then_some(*date)
}

/// The year of most of `days`; the earlier of two.
fn commonest_year(days: impl Iterator<Item = DateSpan>) -> Option<i32> {
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    for day in days.filter_map(|date| date.first_day()) {
        *years.entry(day.year()).or_default() += 1;
    }
    years.into_iter().max_by_key(|(year, count)| (*count, std::cmp::Reverse(*year))).map(|(year, _)| year)
}
