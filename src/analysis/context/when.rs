//! When the claimed thing is said to have happened.
//!
//! A claim is dated by its own clause (`clause`, `dated`), else by another claim that tells the same, else by the thread of
//! the article (`thread`): what the sentences before it set, or the article's main date. What holds at all times, such as a
//! population, is dated only where its sentence does it. A statement is dated by the day on which it is said to have been made.

mod clause;
mod dated;
#[cfg(test)]
mod tests;
mod thread;

use crate::analysis::claim::{ClaimKind, Modality};
use crate::analysis::{Attribution, Claim, DateSpan, Reading};
use clause::Tense;
use dated::{Dated, Nearness, is_of_victims};
use thread::{Thread, hull, is_of_days};

/// Sets date and date basis of each claim from its clause, its sentence, its paragraph or the thread of the article.
pub fn apply(reading: &Reading<'_>, attributions: &[Attribution], claims: &mut [Claim]) {
    if reading.dates.is_empty() {
        return;
    }
    let dated = Dated::new(reading, attributions, claims);
    let thread = Thread::new(&dated, claims);
    for claim in claims.iter_mut() {
        stated(&dated, claim);
    }
    for number in 0..claims.len() {
        let date = same_elsewhere(&dated, claims, number).or_else(|| strike_before(claims, number));
        if let Some(date) = date
            && let Some(claim) = claims.get_mut(number)
        {
            set(claim, date, "that of the same claim elsewhere");
        }
    }
    for number in 0..claims.len() {
        if let Some(date) = beside(&dated, claims, number)
            && let Some(claim) = claims.get_mut(number)
        {
            set(claim, date, "that of the claim beside it");
        }
    }
    for claim in claims.iter_mut().filter(|claim| claim.date.is_empty() && may_be_carried(claim)) {
        let sentence = reading.text.sentence_at(claim.span.start);
        if sums_two(reading, sentence)
            && let Some(date) = thread.latest_two(sentence)
        {
            set(claim, date, "both of those told of before");
        } else if let Some(carried) = thread.carried(&dated, claim, sentence) {
            if !is_of_speech(claim) || carried.date.to.is_none() {
                set(claim, carried.date, carried.basis);
            }
        }
    }
    running_totals(claims);
}

fn set(claim: &mut Claim, date: DateSpan, basis: &str) {
    claim.date = date;
    basis.clone_into(&mut claim.date_basis);
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

/// The stated date of another claim that tells the same: the same count of more than one, or the same act of authority.
fn same_elsewhere(dated: &Dated<'_, '_>, claims: &[Claim], number: usize) -> Option<DateSpan> {
    let claim = claims.get(number).filter(|claim| claim.date.is_empty())?;
    // What "is in force" ends with its term; what "was imposed" was so on a day.
    let holds = claim.kind == ClaimKind::Event
        && dated.tense(claim, dated.reading.text.sentence_at(claim.span.start)) == Tense::Present;
    let same = |other: &&Claim| {
        other.kind == claim.kind
            && other.date_basis.starts_with("stated")
            && (is_of_days(other.date) || holds && other.date.from.is_none())
            && match claim.kind {
                ClaimKind::Count => {
                    other.measure == claim.measure
                        && (other.low, other.high, &other.unit) == (claim.low, claim.high, &claim.unit)
                        && claim.low.or(claim.high).is_some_and(|value| value > 3)
                        && claim.qualifier != "indefinite"
                }
                ClaimKind::Event => {
                    other.event == claim.event
                        && matches!(claim.event.as_str(), "declare_emergency" | "curfew" | "ban" | "sentence")
                }
                ClaimKind::Statement => false,
            }
    };
    claims.iter().find(same).map(|other| other.date)
}

/// People on strike are so since the strike began: the latest strike with a date before the claim, or in its sentence.
fn strike_before(claims: &[Claim], number: usize) -> Option<DateSpan> {
    let claim = claims.get(number).filter(|claim| claim.date.is_empty() && claim.measure == "on_strike")?;
    claims
        .iter()
        .filter(|other| other.event == "strike" || other.measure == "on_strike")
        .filter(|other| other.span.start < claim.span.end && other.date_basis.starts_with("stated"))
        .max_by_key(|other| other.span.start)
        .map(|other| DateSpan { to: None, ..other.date })
}

/// The date of a claim in the same clause that got it from the same claim elsewhere.
fn beside(dated: &Dated<'_, '_>, claims: &[Claim], number: usize) -> Option<DateSpan> {
    let claim = claims.get(number).filter(|claim| claim.date.is_empty() && may_be_carried(claim))?;
    let sentence = dated.reading.text.sentence_at(claim.span.start);
    claims
        .iter()
        .filter(|other| other.date_basis == "that of the same claim elsewhere")
        .filter(|other| dated.reading.text.sentence_at(other.span.start) == sentence)
        .find(|other| dated.share_a_clause(claim, other, sentence))
        .map(|other| other.date)
}

/// Whether a claim without a date of its own takes that of the passage.
fn may_be_carried(claim: &Claim) -> bool {
    claim.kind != ClaimKind::Statement && !is_timeless(claim) && claim.modality != Modality::Unreal
}

/// What holds at all times.
fn is_timeless(claim: &Claim) -> bool {
    matches!(claim.measure.as_str(), "population" | "money")
}

/// What is done in words: its day is that of the saying, not of what is told.
fn is_of_speech(claim: &Claim) -> bool {
    matches!(claim.event.as_str(), "accuse" | "deny" | "demand" | "investigate" | "agree")
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

/// A running toll covers all that it sums up.
fn running_totals(claims: &mut [Claim]) {
    let is_total = |claim: &Claim| is_of_victims(claim) && claim.relation == "total";
    if !claims.iter().any(is_total) {
        return;
    }
    let last = claims.iter().filter(|claim| is_total(claim)).filter_map(|claim| claim.date.last_day()).max();
    let parts = claims
        .iter()
        .filter(|claim| is_of_victims(claim) && claim.relation != "total" && is_of_days(claim.date))
        .filter(|claim| !claim.date_basis.starts_with("carried"))
        .filter(|claim| match (last, claim.date.first_day()) {
            (Some(last), Some(day)) => (0..=14).contains(&(last - day).num_days()),
            _ => false,
        })
        .map(|claim| claim.date);
    let Some(all) = hull(parts) else { return };
    for claim in claims.iter_mut().filter(|claim| is_total(claim) && is_of_days(claim.date)) {
        set(claim, all, "all that the toll sums up");
    }
}
