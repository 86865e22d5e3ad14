//! Words of a sentence that change what its dates mean for a claim: "since", "by midnight", "the dead", "charged".

use super::super::clause::Tense;
use super::super::nature::is_of_harm;
use super::Dated;
use crate::analysis::date::PartialDate;
use crate::analysis::{Claim, DateSpan};
use crate::vocabulary::calendar::{self, Sense};
use crate::vocabulary::geography;

/// How many tokens may stand between a verb and what belongs to it.
const REACH: usize = 8;

/// How many tokens behind a word that turns back its preposition stands at most: "news early today of".
const TURN: usize = 4;

/// How many days a storm goes on.
const WEATHER: i64 = 14;

impl Dated<'_, '_> {
    /// "By midnight they had burned it": the next thing told, for all its pluperfect.
    pub(super) fn is_reached_in_turn(&self, sentence: usize) -> bool {
        let text = &self.reading.text;
        let Some(start) = text.sentences.get(sentence).map(|sentence| sentence.tokens.start) else { return false };
        let hour = |token: usize| calendar::get().senses(text.lower(token)).contains(&Sense::TimeOfDay);
        text.lower(start) == "by" && (hour(start + 1) || hour(start + 2) || text.lower(start + 1) == "then")
    }

    /// Whether the sentence speaks of victims as known: "the dead included", "two of the wounded", "those killed".
    pub fn names_victims(&self, sentence: usize) -> bool {
        let text = &self.reading.text;
        let tokens = text.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
        let known = |token: usize| matches!(text.lower(token), "the" | "those" | "these" | "all" | "its" | "their");
        tokens.filter(|token| known(*token)).any(|token| {
            (token + 1..token + 3).any(|noun| {
                matches!(
                    text.lower(noun),
                    "dead"
                        | "killed"
                        | "victims"
                        | "wounded"
                        | "injured"
                        | "hurt"
                        | "deceased"
                        | "toll"
                        | "deaths"
                        | "casualties"
                        | "fatalities"
                        | "missing"
                        | "survivors"
                        | "slain"
                )
            })
        })
    }

    /// "has since died", "have died since": adverb, not conjunction.
    pub fn is_since_then(&self, claim: &Claim, sentence: usize) -> bool {
        let text = &self.reading.text;
        let tokens = text.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
        let teller = self.teller(claim);
        if claim.measure == "missing" {
            return false;
        }
        let near = |token: &usize| token.abs_diff(teller) <= REACH || *token < teller && !is_of_harm(claim);
        tokens.clone().filter(|token| text.lower(*token) == "since" && near(token)).any(|token| {
            let after_auxiliary = token > tokens.start && matches!(text.lower(token - 1), "have" | "has" | "ever");
            let ends = matches!(text.lower(token + 1), "." | "," | ";" | ":") || token + 1 == tokens.end;
            let perfect = (token.saturating_sub(REACH)..token).any(|at| matches!(text.lower(at), "have" | "has"));
            after_auxiliary || ends && perfect
        })
    }

    /// Whether the claim's verb puts something on somebody before a court: "charged", "accused".
    pub fn is_charge(&self, claim: &Claim) -> bool {
        let teller = self.teller(claim);
        (teller.saturating_sub(1)..=teller).any(|at| !self.reading.text.word(at).leads.is_empty())
    }

    /// Whether the sentence turns to what happened before: "woke to news of a blast", "was jailed over a fire".
    pub fn turns_back(&self, sentence: usize) -> bool {
        let text = &self.reading.text;
        let tokens = text.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
        let end = tokens.end;
        tokens.into_iter().any(|token| {
            let leads = text.word(token).leads;
            !leads.is_empty()
                && (token + 1..end.min(token + TURN)).any(|at| leads.iter().any(|lead| lead == text.lower(at)))
        })
    }

    /// Whether a verb tells the claim, not a noun.
    pub fn is_told_by_verb(&self, claim: &Claim) -> bool {
        let phrases = &self.reading.phrases;
        phrases.chunk_at(self.teller(claim)).is_some_and(|chunk| phrases.verb(chunk).is_some())
    }

    /// Whether what is told in words goes along with what the passage tells: "demanding", "have denied", not "denied".
    pub fn goes_along(&self, claim: &Claim, sentence: usize) -> bool {
        self.tense(claim, sentence) != Tense::Past || self.reading.text.lower(self.teller(claim)).ends_with("ing")
    }

    /// Whether the claim tells of a court's punishment, which comes long after what is punished.
    pub fn is_punishment(&self, claim: &Claim) -> bool {
        let verb = self.reading.text.lower(self.teller(claim));
        claim.measure == "term" || matches!(verb, "jailed" | "imprisoned" | "sentenced" | "convicted" | "fined")
    }

    /// Whether the claim counts those whom the writer or a researcher spoke to.
    pub fn is_asked(&self, claim: &Claim) -> bool {
        let text = &self.reading.text;
        let teller = self.teller(claim);
        let start = text.sentence_at(claim.span.start);
        let start = text.sentences.get(start).map_or(teller, |sentence| sentence.tokens.start);
        (start.max(teller.saturating_sub(REACH))..=teller).any(|token| {
            matches!(
                text.lower(token),
                "interviewed"
                    | "interviewing"
                    | "heard"
                    | "asked"
                    | "surveyed"
                    | "polled"
                    | "questioned"
                    | "spoke"
                    | "spoken"
            )
        })
    }

    /// A storm or a flood takes its victims until the day of the report.
    pub fn of_weather(&self, date: DateSpan) -> DateSpan {
        let text = &self.reading.text;
        let mut headline = text.sentences.iter().take_while(|sentence| sentence.headline);
        let weather = headline
            .any(|sentence| sentence.tokens.clone().any(|token| geography::get().is_weather(text.lower(token))));
        match (date.from, date.to, self.reading.published_on) {
            (Some(PartialDate::Day(from)), Some(PartialDate::Day(to)), Some(report))
                if weather && from == to && (1..=WEATHER).contains(&(report - to).num_days()) =>
            {
                DateSpan { from: date.from, to: Some(PartialDate::Day(report)) }
            }
            _ => date,
        }
    }
}
