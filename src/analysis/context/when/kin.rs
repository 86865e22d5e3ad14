//! Claims that tell of the same, and so have one date: a count repeated, an act of authority told twice, a strike and
//! those who are on strike, a toll and what it sums up.

use foldhash::HashMap;

use super::clause::Tense;
use super::dated::Dated;
use super::nature::{is_of_victims, is_toll};
use super::stretch::{hull, is_of_days};
use crate::analysis::claim::ClaimKind;
use crate::analysis::{Claim, DateSpan};

/// How many days before its last day a running toll may begin.
const TOLL: i64 = 14;

/// What makes two claims tell the same.
type Same<'c> = (&'c str, Option<i64>, Option<i64>, &'c str);

/// The stated dates of an article's claims, by what the claims tell.
pub struct Kin<'c> {
    /// Dates on which it happened.
    on: HashMap<Same<'c>, DateSpan>,
    /// Dates until which it holds.
    until: HashMap<Same<'c>, DateSpan>,
    /// Where a strike is dated, and how; in order of the text.
    strikes: Vec<(usize, DateSpan)>,
}

impl<'c> Kin<'c> {
    /// Sorts the claims whose dates are stated.
    pub fn new(claims: &'c [Claim]) -> Self {
        let mut kin = Self { on: HashMap::default(), until: HashMap::default(), strikes: Vec::new() };
        for claim in claims.iter().filter(|claim| claim.date_basis.starts_with("stated")) {
            if claim.event == "strike" || claim.measure == "on_strike" {
                kin.strikes.push((claim.span.start, claim.date));
            }
            if let Some(key) = key(claim) {
                if is_of_days(claim.date) {
                    kin.on.entry(key).or_insert(claim.date);
                } else if claim.date.from.is_none() {
                    kin.until.entry(key).or_insert(claim.date);
                }
            }
        }
        kin.strikes.sort_by_key(|(start, _)| *start);
        kin
    }

    /// The date of what tells the same as `claim`.
    pub fn date(&self, dated: &Dated<'_, '_>, claim: &Claim) -> Option<DateSpan> {
        if claim.measure == "on_strike" {
            // They are on strike since it began.
            let before = self.strikes.partition_point(|(start, _)| *start < claim.span.end);
            let (_, date) = self.strikes.get(before.checked_sub(1)?)?;
            return Some(DateSpan { to: None, ..*date });
        }
        let key = key(claim)?;
        // What "is in force" ends with its term; what "was imposed" was so on a day.
        let holds = claim.kind == ClaimKind::Event
            && dated.tense(claim, dated.reading.text.sentence_at(claim.span.start)) == Tense::Present;
        let until = self.until.get(&key).filter(|_| holds);
        until.or_else(|| self.on.get(&key)).copied()
    }
}

/// What `claim` tells, where telling it twice means the same: a number that is not small or vague, an act of authority.
fn key(claim: &Claim) -> Option<Same<'_>> {
    match claim.kind {
        ClaimKind::Count => {
            let telling = claim.low.or(claim.high).is_some_and(|value| value > 3) && claim.qualifier != "indefinite";
            telling.then_some((claim.measure, claim.low, claim.high, claim.unit))
        }
        ClaimKind::Event => matches!(claim.event, "declare_emergency" | "curfew" | "ban" | "sentence").then_some((
            claim.event,
            None,
            None,
            "",
        )),
        ClaimKind::Statement => None,
    }
}

/// What each running toll sums up: the dates of the deaths and injuries told as such, from two weeks before on.
pub fn of_running_tolls(claims: &[Claim]) -> Option<DateSpan> {
    let last = claims.iter().filter(|claim| is_toll(claim)).filter_map(|claim| claim.date.last_day()).max()?;
    let parts = claims
        .iter()
        .filter(|claim| is_of_victims(claim) && !is_toll(claim) && is_of_days(claim.date))
        .filter(|claim| !claim.date_basis.starts_with("carried") && claim.high != Some(0))
        .filter(|claim| claim.date.first_day().is_some_and(|day| (0..=TOLL).contains(&(last - day).num_days())))
        .map(|claim| claim.date);
    hull(parts)
}
