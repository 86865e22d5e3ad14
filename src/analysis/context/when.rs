//! When the claimed thing is said to have happened.
//!
//! A claim is dated by its own clause (`clause`, `dated`), else by another claim that tells the same (`kin`), else by the
//! thread of the article (`thread`): what the sentences before it set (`setting`), or what the article is about
//! (`subject`). Counts of victims have a thread of their own, so that they go back to the harm behind a funeral, a trial or
//! a visit. What holds at all times, such as a population, is dated only where its sentence does it. A statement is dated
//! by the day on which it is said to have been made.

mod clause;
mod closing;
mod dated;
mod kin;
mod lasting;
mod nature;
mod setting;
mod stretch;
mod subject;
#[cfg(test)]
mod tests;
mod thread;

use foldhash::{HashMap, HashSet};

use crate::analysis::claim::ClaimKind;
use crate::analysis::date::PartialDate;
use crate::analysis::{Attribution, Claim, DateSpan, Reading};
use clause::Tense;
use dated::{Dated, Nearness};
use kin::Kin;
use nature::{is_growing_toll, is_of_bodies, is_of_harm, is_of_speech, is_timeless, is_toll, may_be_carried};
use stretch::is_of_days;
use thread::Thread;

/// Sets date and date basis of each claim from its clause, its sentence, its paragraph or the thread of the article.
pub fn apply(reading: &Reading<'_>, attributions: &[Attribution], claims: &mut [Claim]) {
    let dated = Dated::new(reading, attributions, claims);
    for claim in claims.iter_mut() {
        stated(&dated, claim);
    }
    going_on_speaking(claims);
    same_elsewhere(&dated, claims);
    beside(&dated, claims);
    closing::close(reading, claims);
    let mut thread = Thread::new(&dated, claims);
    for claim in claims.iter_mut().filter(|claim| claim.kind != ClaimKind::Statement) {
        if let Some(sure) = thread.sure(claim.date) {
            set(claim, sure, "the day given for it elsewhere");
        }
    }
    found_later(&dated, &thread, claims);
    made_precise(&dated, &thread, claims);
    if let Some(today) = thread.main.filter(|_| thread.live).or_else(|| thread.of_today(reading)) {
        for claim in claims.iter_mut().filter(|claim| claim.kind == ClaimKind::Statement && claim.date.is_empty()) {
            set(claim, today, "the article's main date");
        }
    }
    let mut undated: Vec<&mut Claim> =
        claims.iter_mut().filter(|claim| claim.date.is_empty() && is_carried(&dated, claim)).collect();
    undated.sort_by_key(|claim| claim.span);
    for claim in undated {
        let sentence = reading.text.sentence_at(claim.span.start);
        if sums_two(reading, sentence)
            && let Some(date) = thread.latest_two(sentence)
        {
            set(claim, date, "both of those told of before");
        } else if let Some(today) = thread.of_today(reading).filter(|_| is_of_speech(claim))
            && dated.tense(claim, sentence) == Tense::Past
            && dated.is_told_by_verb(claim)
        {
            set(claim, today, "since what happened today");
        } else if let Some(carried) = thread.carried(&dated, claim, sentence)
            && (!is_of_speech(claim)
                || carried.date.to.is_none() && dated.goes_along(claim, sentence)
                || thread.live
                || carried.basis == "by the day on which it was said")
        {
            set(claim, carried.date, carried.basis);
        }
    }
    for claim in claims.iter_mut().filter(|claim| is_imposed(&dated, claim)) {
        let from = thread.main.and_then(|main| main.to);
        if let (Some(begin), Some(end)) = (from.and_then(PartialDate::first_day), claim.date.last_day())
            && begin <= end
        {
            claim.date.from = from;
        }
    }
    closing::close(reading, claims);
    if let Some(all) = kin::of_running_tolls(claims) {
        // "Doctors counted 70 dead on Friday; the city put the figure at 47": another count of the same day.
        let sentence = |claim: &Claim| reading.text.sentence_at(claim.span.start);
        let told: HashSet<usize> = claims
            .iter()
            .filter(|claim| is_of_harm(claim) && !is_toll(claim) && claim.date_basis.starts_with("stated"))
            .map(sentence)
            .collect();
        for claim in claims.iter_mut().filter(|claim| is_toll(claim) && is_of_days(claim.date)) {
            if !told.contains(&sentence(claim)) || claim.date_basis.starts_with("stated") {
                set(claim, all, "all that the toll sums up");
            }
        }
    }
}

/// Bodies are dated by the deaths, where the article tells when these were, not by the day on which they were found.
fn found_later(dated: &Dated<'_, '_>, thread: &Thread<'_>, claims: &mut [Claim]) {
    let Some(deaths) = thread.harm else { return };
    let counted_later = |claim: &Claim| is_of_bodies(claim, &dated.reading.text) || dated.is_counted_by(claim);
    for claim in claims.iter_mut().filter(|claim| counted_later(claim)) {
        if claim.date.first_day().is_some_and(|day| deaths.last_day().is_some_and(|last| day > last)) {
            set(claim, deaths, "the article's main date");
        }
    }
}

/// "killed 30 last week" at the head of an article that tells the day further on.
fn made_precise(dated: &Dated<'_, '_>, thread: &Thread<'_>, claims: &mut [Claim]) {
    let Some(day) = thread.harm.filter(|harm| is_of_days(*harm) && harm.from == harm.to) else { return };
    let at_head = |claim: &Claim| dated.reading.text.sentence_at(claim.span.start) < subject::LEAD;
    for claim in claims.iter_mut().filter(|claim| is_of_harm(claim) && at_head(claim)) {
        let vague = !is_of_days(claim.date) || stretch::is_long(claim.date);
        let within = claim.date.first_day() <= day.first_day()
            && claim.date.last_day().is_some_and(|last| Some(last) >= day.last_day());
        if vague && within && claim.date.from.is_some() {
            set(claim, day, "the article's main date");
        }
    }
}

/// Whether the claim takes the date of its passage: a fine is an act, any other amount of money is none.
fn is_carried(dated: &Dated<'_, '_>, claim: &Claim) -> bool {
    may_be_carried(claim) || claim.measure == "money" && dated.is_punishment(claim)
}

fn set(claim: &mut Claim, date: DateSpan, basis: &'static str) {
    claim.date = date;
    claim.date_basis = basis;
}

/// A measure that was taken, of which only the end is told: "imposed a curfew until Friday".
fn is_imposed(dated: &Dated<'_, '_>, claim: &Claim) -> bool {
    matches!(claim.event, "curfew" | "ban" | "declare_emergency" | "censor")
        && claim.date.from.is_none()
        && claim.date.to.is_some()
        && claim.date_basis.starts_with("stated")
        && dated.tense(claim, dated.reading.text.sentence_at(claim.span.start)) == Tense::Past
}

/// The date that the claim's own sentence gives.
fn stated(dated: &Dated<'_, '_>, claim: &mut Claim) {
    if claim.kind == ClaimKind::Statement {
        if let Some(mention) = dated.of_saying(claim) {
            set(claim, mention.date, "stated beside the cue");
        }
        return;
    }
    let sentence = dated.reading.text.sentence_at(claim.span.start);
    let Some((date, nearness)) = dated.own(claim, sentence) else { return };
    // "rose to 58 on Friday": the day of the count
    if nearness != Nearness::Noun && is_growing_toll(claim, &dated.reading.text) {
        return;
    }
    if is_timeless(claim) && (nearness > Nearness::Clause || claim.measure == "population" && is_of_days(date)) {
        return;
    }
    if claim.measure == "on_strike" && nearness > Nearness::Noun && date.to.is_some() {
        return;
    }
    let basis = match nearness {
        Nearness::Clause | Nearness::Noun => "stated in its clause",
        Nearness::Head | Nearness::Above | Nearness::Below => "stated in its sentence",
    };
    set(claim, date, basis);
}

/// A speaker who goes on speaking does so on the same day.
fn going_on_speaking(claims: &mut [Claim]) {
    let mut order: Vec<usize> = (0..claims.len())
        .filter(|at| claims.get(*at).is_some_and(|claim| claim.kind == ClaimKind::Statement))
        .collect();
    order.sort_by_key(|at| claims.get(*at).map(|claim| claim.span));
    let mut last: Option<(String, DateSpan)> = None;
    for claim in order {
        let Some(claim) = claims.get_mut(claim) else { continue };
        match &last {
            Some((speaker, date)) if claim.date.is_empty() && *speaker == claim.source => {
                set(claim, *date, "that of what the speaker said before");
            }
            _ => {
                last = (!claim.date.is_empty() && !claim.source.is_empty()).then(|| (claim.source.clone(), claim.date));
            }
        }
    }
}

/// Gives claims without a date that of the same claim elsewhere in the article.
fn same_elsewhere(dated: &Dated<'_, '_>, claims: &mut [Claim]) {
    let kin = Kin::new(claims);
    let found: Vec<Option<DateSpan>> =
        claims.iter().map(|claim| claim.date.is_empty().then(|| kin.date(dated, claim)).flatten()).collect();
    for (claim, date) in claims.iter_mut().zip(found) {
        if let Some(date) = date {
            set(claim, date, "that of the same claim elsewhere");
        }
    }
}

/// Gives claims without a date that of a claim in the same clause which has it from elsewhere.
fn beside(dated: &Dated<'_, '_>, claims: &mut [Claim]) {
    let mut by_clause = HashMap::default();
    for claim in claims.iter().filter(|claim| claim.date_basis == "that of the same claim elsewhere") {
        by_clause.entry(dated.clause_of(claim)).or_insert(claim.date);
    }
    if by_clause.is_empty() {
        return;
    }
    for claim in claims.iter_mut().filter(|claim| claim.date.is_empty() && may_be_carried(claim)) {
        if let Some(date) = by_clause.get(&dated.clause_of(claim)) {
            set(claim, *date, "that of the claim beside it");
        }
    }
}

/// Whether the sentence sums up two happenings: "in the two incidents", "in both clashes".
fn sums_two(reading: &Reading<'_>, sentence: usize) -> bool {
    let Some(sentence) = reading.text.sentences.get(sentence) else { return false };
    let word = |at: usize| reading.text.lower(at);
    sentence.tokens.clone().any(|at| {
        let noun = word(at + 1);
        (word(at) == "both" || (word(at) == "two" && at > 0 && word(at - 1) == "the"))
            && matches!(
                noun,
                "incidents"
                    | "clashes"
                    | "attacks"
                    | "events"
                    | "days"
                    | "blasts"
                    | "explosions"
                    | "shootings"
                    | "places"
                    | "towns"
                    | "cities"
                    | "episodes"
            )
    })
}
