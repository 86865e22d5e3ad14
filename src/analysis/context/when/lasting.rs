//! Unrest that goes on for days: a report on "a third night of clashes" or "three days of protests" tells what happened on
//! all of these days together, whichever of them a sentence tells of.

use super::dated::Dated;
use super::nature::{is_of_harm, is_of_violence};
use super::setting::Settings;
use super::stretch::{hull, is_of_days, last_day};
use super::subject::LEAD;
use crate::analysis::{Claim, ClaimKind, DateSpan};
use crate::vocabulary::calendar::{Sense, Unit};
use crate::vocabulary::geography;

/// How many days such unrest takes at most.
const DAYS: i64 = 14;

/// How many tokens before "for a second night" its verb stands at most.
const REACH: usize = 12;

/// How many tokens behind "days of" its noun stands at most.
const NOUN: usize = 3;

/// All days of the unrest to which the harm on `harm` belongs, where the head of the article says that it went on.
pub fn stretch(dated: &Dated<'_, '_>, claims: &[Claim], settings: &Settings, harm: DateSpan) -> Option<DateSpan> {
    let text = &dated.reading.text;
    let heads = text.sentences.iter().take_while(|sentence| sentence.headline).count();
    let unrest =
        |claim: &&Claim| claim.kind == ClaimKind::Event && (is_of_violence(claim) || matches!(claim.event, "protest"));
    if !is_of_days(harm) || !(0..heads + LEAD).any(|sentence| says_so(dated, claims, sentence)) {
        return None;
    }
    // "in three days of clashes" tells the length itself.
    if let Some(length) = (0..heads + LEAD).find_map(|sentence| dated.length_told(sentence)) {
        return Some(length);
    }
    let told = claims.iter().filter(|claim| unrest(claim) || is_of_harm(claim)).map(|claim| claim.date);
    let told = told.chain(settings.harm.iter().map(|setting| setting.date)).filter(|date| is_of_days(*date));
    let near = |date: &DateSpan| {
        let apart = |day| last_day(harm).map(|last| (last - day) as chrono::TimeDelta);
        let reported = |day| dated.reading.published_on.is_none_or(|report| day <= report);
        date.first_day().and_then(apart).is_some_and(|apart| apart.num_days().abs() <= DAYS)
            && last_day(*date).is_some_and(reported)
    };
    hull(told.filter(near)).filter(|all| *all != harm)
}

/// Whether the sentence says that unrest went on for days.
fn says_so(dated: &Dated<'_, '_>, claims: &[Claim], sentence: usize) -> bool {
    let text = &dated.reading.text;
    let Some(tokens) = text.sentences.get(sentence).map(|sentence| sentence.tokens.clone()) else { return false };
    let days = |token: usize| {
        matches!(text.lower(token), "night" | "nights")
            || text.word(token).calendar.iter().any(|sense| {
                matches!(sense, Sense::Unit(Unit::Day | Unit::Week) | Sense::Units(Unit::Day | Unit::Week))
            })
    };
    let several = |token: usize| {
        matches!(text.lower(token), "several" | "consecutive" | "successive" | "straight" | "running")
            || text.word(token).calendar.iter().any(
                |sense| matches!(sense, Sense::Ordinal(number) | Sense::Number(number) if (2..=14).contains(number)),
            )
    };
    let unrest = |token: usize| geography::get().is_unrest(text.lower(token));
    let told_before = |day: usize| {
        claims.iter().filter(|claim| claim.kind == ClaimKind::Event && is_of_violence(claim)).any(|claim| {
            let tokens = text.tokens_in(claim.span);
            tokens.end <= day && tokens.end + REACH > day && text.sentence_at(claim.span.start) == sentence
        })
    };
    tokens.clone().skip(1).filter(|token| days(*token) && several(token - 1)).any(|day| {
        let of_unrest = text.lower(day + 1) == "of" && (day + 2..day + 2 + NOUN).any(unrest);
        let counted = day.checked_sub(3).is_some_and(|before| (before..day).any(|at| text.lower(at) == "for"));
        of_unrest || counted && told_before(day)
    })
}
