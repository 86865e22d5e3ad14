//! Count claims: how many were killed, held, sent, gathered.
//!
//! A trigger word ("killed", "deaths", "dead") says what is counted; its grammar says which noun group it counts; the
//! group gives the number, or is a single person. What a number tells of is settled once: strong measures, such as deaths
//! and arrests, have the first word, and those that any crowd may have, such as protesters, the last.

mod adjective;
mod amount;
mod beside;
mod bracketed;
mod continued;
mod counted;
mod currency;
mod elided;
mod extent;
mod involved;
mod named;
mod nominal;
mod person;
mod role;
mod running;
mod sense;
mod subset;
mod toll;
mod verbal;

#[cfg(test)]
mod tests;

use std::ops::Range;

use foldhash::HashSet;

use super::claim::ClaimKind;
use super::phrase::ChunkKind;
use super::{Claim, Reading};
use crate::vocabulary::counting::{self, Counting, Nature, Strength};
use counted::Tally;

/// Finds the count claims, with everything but date, place, source and firmness.
pub fn find(reading: &Reading<'_>) -> Vec<Claim> {
    let mut finder = Finder {
        reading,
        words: counting::get(),
        // Room for the events and statements that join them.
        claims: Vec::with_capacity(2 * reading.text.sentences.len()),
        taken: vec![false; reading.quantities.len()],
        counted: HashSet::default(),
        chunks: Vec::new(),
        struck: Vec::new(),
    };
    toll::find(&mut finder);
    subset::hurt_so(&mut finder);
    for strength in [Strength::Strong, Strength::Weak] {
        verbal::find(&mut finder, strength);
        nominal::find(&mut finder, strength);
    }
    beside::settle_struck(&mut finder);
    toll::find_figures(&mut finder);
    running::find(&mut finder);
    bracketed::find(&mut finder);
    subset::find(&mut finder);
    named::find(&mut finder);
    amount::find(&mut finder);
    involved::find(&mut finder);
    // Those who took part have been found only now.
    elided::find(&mut finder);
    finder.without_hurt_who_died()
}

/// The rule by which a negated verb makes a count: "could not be found". What it counts is not denied.
pub const BY_NEGATION: &str = "negated verb";

/// The rule by which a noun counts what "of" adds to it: "the deaths of 12 miners".
pub const OF_PHRASE: &str = "noun and its of-phrase";

/// The rule by which people are counted whom no trigger word tells of. A negated verb does not deny that there were so many.
pub const BY_PART: &str = "people who took part";

/// How many sentences behind one that tells of a person a pronoun repeats it.
const RECENT: usize = 2;

/// Words for those who raid rather than protest.
const RAIDING: [&str; 6] = ["masked", "armed", "hooded", "uniformed", "balaclava-clad", "heavily-armed"];

/// The claims found so far, and which numbers and noun groups they have used.
struct Finder<'a> {
    reading: &'a Reading<'a>,
    words: &'static Counting,
    claims: Vec<Claim>,
    /// Which quantities have a claim.
    taken: Vec<bool>,
    /// Noun groups without a number that have a claim of a measure.
    counted: HashSet<(usize, &'static str)>,
    /// The noun group of each claim.
    chunks: Vec<usize>,
    /// The claims of those who were shot or stabbed, of whom no more is said in their clause.
    struck: Vec<usize>,
}

impl Finder<'_> {
    /// Makes a claim of `tally`, unless its number or its group already has one.
    fn add(&mut self, tally: &Tally, measure: &'static str, actor: String, relation: &'static str, rule: &'static str) {
        // "no officer was sent to jail" tells of no force.
        if measure == "security_forces" && tally.high == Some(0) {
            return;
        }
        match tally.quantity {
            Some(quantity) => {
                if self.taken.get(quantity).copied().unwrap_or(true) {
                    return;
                }
                if let Some(taken) = self.taken.get_mut(quantity) {
                    *taken = true;
                }
            }
            // "the sacked clerk said he was fired": one happening, one claim.
            None if self.is_repeated(tally, measure) || self.is_told_again(tally, measure) => return,
            // "a sixth victim is in hospital" is told of by what happened to him.
            None if measure == "casualties" && self.chunks.contains(&tally.chunk) => return,
            None if !self.counted.insert((tally.chunk, measure)) => return,
            None => {}
        }
        // Pilgrims and guests come together for no protest, masked men for a raid.
        let raids = || tally.anchor.clone().any(|token| RAIDING.contains(&self.reading.text.lower(token)));
        let crowd = measure == "protesters" && tally.class != "visitors" && !raids();
        let measure = if measure == "protesters" && !crowd { "people" } else { measure };
        let relation = if relation.is_empty() { tally.relation } else { relation };
        self.chunks.push(tally.chunk);
        self.claims.push(Claim {
            kind: ClaimKind::Count,
            span: self.reading.text.span(tally.anchor.clone()),
            measure,
            low: tally.low,
            high: tally.high,
            qualifier: tally.qualifier,
            group: tally.group.clone(),
            group_class: tally.class,
            actor,
            relation,
            rule,
            ..Claim::default()
        });
    }

    /// "was shot and died": who died in the same sentence is not counted among the hurt too.
    fn without_hurt_who_died(mut self) -> Vec<Claim> {
        let died = |chunk: usize| {
            self.chunks.iter().zip(&self.claims).any(|(other, claim)| *other == chunk && claim.measure == "killed")
        };
        let hurt = |chunk: usize, claim: &Claim| {
            claim.measure == "injured" && (claim.low, claim.high) == (Some(1), Some(1)) && died(chunk)
        };
        let kept: Vec<bool> = self.chunks.iter().zip(&self.claims).map(|(chunk, claim)| !hurt(*chunk, claim)).collect();
        let mut kept = kept.into_iter();
        self.claims.retain(|_| kept.next().unwrap_or(true));
        self.claims
    }

    /// "the dead man was a welder", "she was the fourth woman killed": who is dead was told of shortly before.
    fn is_told_again(&self, tally: &Tally, measure: &str) -> bool {
        let (phrases, text) = (&self.reading.phrases, &self.reading.text);
        let Some(found) = phrases.chunks.get(tally.chunk) else { return false };
        let said = || found.tokens.clone().any(|token| !text.word(token).counting_adjective.is_empty());
        let whole = text.lower(found.head) == "victim" || found.tokens.len() > 2 && said();
        let is = phrases.previous(tally.chunk).filter(|is| phrases.verb(*is).is_some_and(|verb| verb.copula));
        let pronoun = is.and_then(|is| phrases.subject_of(is));
        let same = pronoun.is_some_and(|who| ["he", "she"].iter().any(|word| phrases.is_word(text, who, word)));
        text.lower(found.tokens.start) == "the"
            && (whole || same)
            && self.chunks.iter().zip(&self.claims).any(|(chunk, claim)| {
                let before = phrases.chunks.get(*chunk).map_or(0, |before| before.sentence);
                claim.measure == measure
                    && claim.group_class == "individual"
                    && *chunk < tally.chunk
                    && before + RECENT >= found.sentence
            })
    }

    /// Whether `tally` is a pronoun for one person whom a claim of the same measure told of shortly before.
    fn is_repeated(&self, tally: &Tally, measure: &str) -> bool {
        let phrases = &self.reading.phrases;
        let sentence = |chunk: usize| phrases.chunks.get(chunk).map_or(0, |chunk| chunk.sentence);
        let here = sentence(tally.chunk);
        let reflexive = self.reading.text.lower(tally.anchor.start).ends_with("self");
        !reflexive
            && phrases.noun(tally.chunk).is_some_and(|group| group.pronoun)
            && self.chunks.iter().zip(&self.claims).any(|(chunk, claim)| {
                claim.measure == measure
                    && claim.group_class == "individual"
                    && (sentence(*chunk)..=sentence(*chunk) + RECENT).contains(&here)
                    && (*chunk < tally.chunk || sentence(*chunk) == here)
            })
    }

    /// The words of the noun group in `chunk` as an actor; empty where it is a thing or a pronoun that names nobody.
    fn actor(&self, chunk: Option<usize>) -> String {
        let Some(chunk) = chunk else { return String::new() };
        let (phrases, text) = (&self.reading.phrases, &self.reading.text);
        let Some((group, found)) = phrases.noun(chunk).zip(phrases.chunks.get(chunk)) else { return String::new() };
        if group.pronoun {
            return match self.speaker_meant(chunk) {
                Some(speaker) => self.phrase_text(phrases.noun_phrase(text, speaker)),
                None => self.person_before(chunk),
            };
        }
        let known = text.word(found.head);
        let thing = known.group.is_some_and(|known| matches!(known.nature, Nature::Thing | Nature::Property))
            || known.is_happening;
        if thing || text.lower(found.head).ends_with("ing") {
            return String::new();
        }
        self.phrase_text(phrases.noun_phrase(text, chunk))
    }

    /// "the rebels said they had killed 20": who says it of themselves.
    fn speaker_meant(&self, chunk: usize) -> Option<usize> {
        let (phrases, text) = (&self.reading.phrases, &self.reading.text);
        let own = |pronoun: usize| ["they", "it"].iter().any(|word| phrases.is_word(text, pronoun, word));
        let mut before = phrases.previous(chunk).filter(|_| own(chunk))?;
        if phrases.is_word(text, before, "that") {
            before = phrases.previous(before)?;
        }
        let says = Some(before).filter(|verb| phrases.verb(*verb).is_some_and(|verb| verb.reports))?;
        phrases.subject_of(says).filter(|speaker| phrases.noun(*speaker).is_some_and(|who| !who.pronoun))
    }

    /// The tokens' text without an article in front.
    fn phrase_text(&self, tokens: Range<usize>) -> String {
        let text = &self.reading.text;
        let start = tokens.start + usize::from(matches!(text.lower(tokens.start), "a" | "an" | "the"));
        text.span(start.min(tokens.end)..tokens.end).of(text.source).to_owned()
    }

    /// The last person named before `chunk` in this sentence or the two before it.
    fn person_before(&self, chunk: usize) -> String {
        let (phrases, text) = (&self.reading.phrases, &self.reading.text);
        let Some(sentence) = phrases.chunks.get(chunk).map(|chunk| chunk.sentence) else { return String::new() };
        (0..chunk)
            .rev()
            .take_while(|before| phrases.chunks.get(*before).is_some_and(|found| found.sentence + 2 >= sentence))
            .filter(|before| {
                let own = phrases.chunks.get(*before).is_some_and(|found| {
                    matches!(text.lower(found.tokens.start), "his" | "her" | "their" | "its")
                });
                matches!(phrases.kind(*before), Some(ChunkKind::Noun(group)) if !group.pronoun && group.quantity.is_none() && !own)
            })
            .find(|before| person::is_one_person(self, *before))
            .and_then(|before| phrases.chunks.get(before).map(|_| self.phrase_text(phrases.noun_phrase(text, before))))
            .unwrap_or_default()
    }
}
