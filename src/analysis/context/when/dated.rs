//! The dates of each sentence, and which of them dates what a claim tells.

mod aside;
mod ground;
mod nearness;
mod saying;
mod war;
mod wording;

use std::ops::Range;

use foldhash::HashSet;

use super::clause::{Clauses, Link, Tense, tense_of};
use super::nature::{is_of_bodies, is_of_harm, is_of_victims, is_toll};
use crate::analysis::claim::ClaimKind;
use crate::analysis::date::PartialDate;
use crate::analysis::phrase::VerbShape;
use crate::analysis::text::TokenKind;
use crate::analysis::{Attribution, Claim, DateMention, DateSpan, Reading};
use crate::span::Span;
pub use nearness::Nearness;

/// How many tokens before a date "since" may stand that it belongs to.
const COMPARED: usize = 8;

/// An article with its dates sorted by sentence.
pub struct Dated<'a, 'r> {
    /// The article.
    pub reading: &'a Reading<'r>,
    /// The attributions whose cue or content lies in each sentence.
    attributions: Vec<Vec<&'a Attribution>>,
    /// Which of the article's dates stand in each sentence.
    mentions: Vec<Range<usize>>,
    clauses: Vec<Option<Clauses>>,
    /// The clauses, with their sentences, that tell of harm.
    harmed: HashSet<(usize, usize)>,
    /// Where something is told that a sentence turns back to, in the order of the text.
    grounds: Vec<usize>,
}

impl<'a, 'r> Dated<'a, 'r> {
    /// Sorts the dates of `reading`, and cuts the sentences into clauses that hold a date or one of `claims`.
    pub fn new(reading: &'a Reading<'r>, attributions: &'a [Attribution], claims: &[Claim]) -> Self {
        let sentences = reading.text.sentences.len();
        let mut mentions = vec![0..0; sentences];
        for (number, mention) in reading.dates.iter().enumerate() {
            let sentence = reading.text.sentence_at(mention.span.start);
            if let Some(range) = mentions.get_mut(sentence) {
                *range = if range.start == range.end { number..number + 1 } else { range.start..number + 1 };
            }
        }
        let mut clauses: Vec<Option<Clauses>> = vec![None; sentences];
        let with_claims = claims.iter().map(|claim| reading.text.sentence_at(claim.span.start));
        let with_dates =
            (0..sentences).filter(|sentence| mentions.get(*sentence).is_some_and(|range| range.start < range.end));
        for sentence in with_claims.chain(with_dates) {
            if let Some(slot) = clauses.get_mut(sentence)
                && slot.is_none()
            {
                *slot = Some(Clauses::new(reading, sentence));
            }
        }
        let mut in_sentence = vec![Vec::new(); sentences];
        for attribution in attributions {
            let all = Span::new(
                attribution.cue.start.min(attribution.content.start),
                attribution.cue.end.max(attribution.content.end),
            );
            let (first, last) =
                (reading.text.sentence_at(all.start), reading.text.sentence_at(all.end.saturating_sub(1)));
            for slot in in_sentence.get_mut(first..=last).unwrap_or_default() {
                slot.push(attribution);
            }
        }
        let mut dated = Self {
            reading,
            attributions: in_sentence,
            mentions,
            clauses,
            harmed: HashSet::default(),
            grounds: Vec::new(),
        };
        dated.harmed = claims
            .iter()
            .filter(|claim| is_of_harm(claim) && !is_of_bodies(claim, &reading.text))
            .filter(|claim| dated.ground(claim).is_none())
            .map(|claim| dated.clause_of(claim))
            .collect();
        let tells =
            |claim: &&Claim| claim.kind == ClaimKind::Count || reading.text.lower(dated.teller(claim)).ends_with("ing");
        let of_harm = claims.iter().filter(|claim| is_of_harm(claim)).filter(tells);
        dated.grounds =
            of_harm.filter(|claim| dated.ground(claim).is_some()).map(|claim| dated.teller(claim)).collect();
        dated.grounds.sort_unstable();
        dated
    }

    /// Whether the date belongs to what the sentence turns back to, and not to what the word at `token` tells: "jailed
    /// for killing two in May".
    fn is_of_ground(&self, mention: &DateMention, token: usize) -> bool {
        let next = self.grounds.partition_point(|ground| *ground <= token);
        self.grounds.get(next).is_some_and(|ground| *ground < mention.tokens.start)
    }

    /// The dates of happenings in sentence number `sentence`, resolved ones only.
    pub fn mentions(&self, sentence: usize) -> impl Iterator<Item = &'a DateMention> + use<'a, '_, 'r> {
        let range = self.mentions.get(sentence).cloned().unwrap_or_default();
        let mentions: &'a [DateMention] = self.reading.dates.get(range).unwrap_or_default();
        mentions
            .iter()
            .filter(|mention| !mention.of_report && !mention.date.is_empty() && !self.is_compared_with(mention))
    }

    /// "the deadliest since the end of the siege in 1994": what is told is only compared with that time.
    fn is_compared_with(&self, mention: &DateMention) -> bool {
        let text = &self.reading.text;
        let before = mention.tokens.start.saturating_sub(COMPARED)..mention.tokens.start;
        let since = before.rev().take_while(|token| text.lower(*token) != ",").find(|token| text.is(*token, "since"));
        since.is_some_and(|since| {
            since + 1 < mention.tokens.start
                && (since.saturating_sub(4)..since).any(|token| {
                    let word = text.lower(token);
                    word == "worst" || word.len() > 5 && word.ends_with("est")
                })
        })
    }

    /// The clauses of sentence number `sentence`.
    pub fn clauses(&self, sentence: usize) -> Option<&Clauses> {
        self.clauses.get(sentence)?.as_ref()
    }

    fn attributions(&self, sentence: usize) -> impl Iterator<Item = &'a Attribution> + use<'a, '_, 'r> {
        self.attributions.get(sentence).into_iter().flatten().copied()
    }

    /// The token that tells the claim: its verb where that is known, else the first of its anchor.
    pub fn teller(&self, claim: &Claim) -> usize {
        claim.told_by.unwrap_or_else(|| self.reading.text.tokens_in(claim.span).start)
    }

    /// What the verb tells that says the claim: its own where it has one, else that of its clause. Deaths and injuries
    /// are over whenever they are told, and so is what a gerund tells.
    pub fn tense(&self, claim: &Claim, sentence: usize) -> Tense {
        let phrases = &self.reading.phrases;
        let tokens = self.reading.text.tokens_in(claim.span);
        let teller = self.teller(claim);
        let last = tokens.end.saturating_sub(1);
        let verb = [teller, tokens.start, last].into_iter().find_map(|token| {
            let chunk = phrases.chunk_at(token)?;
            phrases.verb(chunk).map(|verb| (chunk, verb))
        });
        let of_clause = || {
            self.clauses(sentence)
                .and_then(|clauses| clauses.get(clauses.of(teller)))
                .map_or(Tense::Past, |clause| clause.tense)
        };
        let tense = match verb {
            Some((chunk, verb)) if verb.shape == VerbShape::Finite => tense_of(self.reading, chunk),
            Some(_) => Tense::Past,
            None => of_clause(),
        };
        match tense {
            Tense::Perfect | Tense::Present if is_of_victims(claim) => Tense::Past,
            Tense::Pluperfect if self.is_reached_in_turn(sentence) => Tense::Past,
            tense => tense,
        }
    }

    /// Whether the claim stands in a relative clause: it tells whom or what is meant.
    pub fn is_aside(&self, claim: &Claim, sentence: usize) -> bool {
        let token = self.teller(claim);
        self.clauses(sentence)
            .and_then(|clauses| clauses.get(clauses.of(token)))
            .is_some_and(|clause| clause.link == Link::Relative)
    }

    /// The sentence and the clause that the claim stands in.
    pub fn clause_of(&self, claim: &Claim) -> (usize, usize) {
        let sentence = self.reading.text.sentence_at(claim.span.start);
        (sentence, self.clauses(sentence).map_or(0, |clauses| clauses.of(self.teller(claim))))
    }

    /// The token behind which the claim has its dates, where its sentence turns back to it: "jailed for killing two".
    pub fn ground(&self, claim: &Claim) -> Option<usize> {
        is_of_harm(claim).then(|| ground::lead(self.reading, self.teller(claim))).flatten()
    }

    /// "charged with murder": the bare noun has no date of its own.
    fn is_named_only(&self, claim: &Claim) -> bool {
        let text = &self.reading.text;
        claim.kind == ClaimKind::Event
            && self
                .reading
                .phrases
                .chunk_at(self.teller(claim))
                .is_some_and(|chunk| self.reading.phrases.noun(chunk).is_some())
            && text.lower(text.tokens_in(claim.span).end) != "of"
    }

    /// The date in the claim's own sentence that dates it, and how near it stands.
    pub fn own(&self, claim: &Claim, sentence: usize) -> Option<(DateSpan, Nearness)> {
        let mut mentions = self.mentions(sentence).peekable();
        mentions.peek()?;
        let clauses = self.clauses(sentence)?;
        let token = self.teller(claim);
        let counted = self.reading.text.tokens_in(claim.span);
        let anchor = counted.start;
        let ground = self.ground(claim);
        if ground.is_some() && self.is_named_only(claim) {
            return None;
        }
        let apart = |mention: &DateMention| {
            let (start, end) = (mention.tokens.start, mention.tokens.end);
            // "82 more in 2017"
            let behind = (counted.end..=counted.end + 1).contains(&start).then_some(0);
            let near = [token, anchor].into_iter().flat_map(|at| [at.abs_diff(start), at.abs_diff(end)]);
            near.chain(behind).min()
        };
        // "Seven died on Monday, taking the toll of Friday's fire to 30."
        let named = self.mentions(sentence).filter(|_| is_toll(claim)).find(|mention| self.names_harm(mention));
        if let Some(named) = named {
            return Some((self.reached(named), Nearness::Clause));
        }
        mentions
            .filter(|mention| ground.is_none_or(|lead| mention.tokens.start > lead))
            .filter(|mention| ground.is_some() || !self.is_of_ground(mention, token))
            .filter(|mention| self.compared(mention).is_none_or(|number| counted.contains(&number)))
            .filter(|mention| !self.dates_the_saying(mention, claim.span, sentence))
            .filter(|mention| !self.is_said_elsewhere(mention, claim.span, sentence))
            .filter(|mention| !self.is_yet_to_come(mention, claim))
            .filter(|mention| self.aside(mention).is_none_or(|aside| aside.contains(&token) || aside.contains(&anchor)))
            .filter(|mention| mention.date.from.is_some() || self.is_reached_by(mention) || self.holds_on(claim, token))
            .filter_map(|mention| Some((mention, self.nearness(clauses, token, claim, mention)?)))
            // "took it over in 2006 and employs 400": what holds now has no day.
            .filter(|(mention, nearness)| *nearness <= Nearness::Head || !self.is_of_saying(mention, sentence))
            .filter(|(_, nearness)| *nearness <= Nearness::Head || self.tense(claim, sentence) != Tense::Present)
            .min_by_key(|(mention, nearness)| (*nearness, apart(mention)))
            .map(|(mention, nearness)| (self.seen_from(clauses, claim, mention), nearness))
    }

    /// "79 deaths, up from 52 in 2014": the number that alone has the date.
    fn compared(&self, mention: &DateMention) -> Option<usize> {
        let text = &self.reading.text;
        let word = |back: usize| mention.tokens.start.checked_sub(back).map_or("", |token| text.lower(token));
        let place = 1 + usize::from(matches!(word(1), "in" | "for" | "on"));
        let from = matches!(word(place + 1), "from" | "against" | "with" | "to");
        let up = matches!(word(place + 2), "up" | "down" | "compared") || word(place + 1) == "against";
        let number = mention.tokens.start.checked_sub(place)?;
        (from && up && text.tokens.get(number)?.kind == TokenKind::Number).then_some(number)
    }

    /// "Eight had died by Friday": a count of victims as it stood on its date.
    pub fn is_counted_by(&self, claim: &Claim) -> bool {
        let sentence = self.reading.text.sentence_at(claim.span.start);
        is_of_victims(claim)
            && self.mentions(sentence).any(|mention| self.is_reached_by(mention) && self.reached(mention) == claim.date)
    }

    /// What a date means for a claim: "has killed 90 since it took up arms in 2009" lasts from 2009 on.
    fn seen_from(&self, clauses: &Clauses, claim: &Claim, mention: &DateMention) -> DateSpan {
        let token = self.teller(claim);
        let (own, other) = (clauses.of(token), clauses.of(mention.tokens.start));
        let text = &self.reading.text;
        let comma = usize::from(text.lower(mention.tokens.end) == ",");
        let told_of_it = text.lower(mention.tokens.end + comma) == "when" && token > mention.tokens.end + comma;
        if let Some(day) = mention.date.from.filter(|_| mention.date.to.is_none() && told_of_it) {
            // "the worst since 2011, when 44 were killed"
            DateSpan::on(day)
        } else if own != other && claim.measure != "missing" && clauses.get(other).is_some_and(|clause| clause.since) {
            DateSpan { to: None, ..mention.date }
        } else {
            self.reached(mention)
        }
    }

    /// The day itself of "by Saturday", any other date as it is.
    pub fn reached(&self, mention: &DateMention) -> DateSpan {
        match mention.date {
            DateSpan { from: None, to: Some(day) } if self.is_reached_by(mention) => DateSpan::on(day),
            _ => self.until_report(mention),
        }
    }

    /// Of "this week" what lies behind the report.
    pub fn until_report(&self, mention: &DateMention) -> DateSpan {
        match (mention.date, self.reading.published_on) {
            (
                DateSpan { from: Some(from @ PartialDate::Day(first)), to: Some(PartialDate::Day(last)) },
                Some(report),
            ) if mention.rule == "counted from the report" && first <= report && report < last => {
                DateSpan { from: Some(from), to: Some(PartialDate::Day(report)) }
            }
            (date, _) => date,
        }
    }

    /// "by Saturday": what was so by then is told of that day.
    pub fn is_reached_by(&self, mention: &DateMention) -> bool {
        self.reading.text.lower(mention.tokens.start) == "by"
    }

    /// "as of Saturday": how things stood then.
    pub fn is_as_of(&self, mention: &DateMention) -> bool {
        let text = &self.reading.text;
        let before = |back: usize| mention.tokens.start.checked_sub(back).map_or("", |token| text.lower(token));
        before(1) == "of" && before(2) == "as"
    }

    /// Whether what the claim tells goes on, so that "until" dates it: a state, not the act that brought it about.
    fn holds_on(&self, claim: &Claim, token: usize) -> bool {
        if claim.kind == ClaimKind::Count {
            return matches!(claim.measure, "on_strike" | "term" | "protesters" | "security_forces");
        }
        let text = &self.reading.text;
        let end = text.tokens_in(claim.span).end;
        (token..end + 3).any(|at| {
            matches!(
                text.lower(at),
                "is" | "are" | "was" | "were" | "remain" | "remains" | "remained" | "lasted" | "lasts"
            )
        })
    }
}
