//! The dates of each sentence, and which of them dates what a claim tells.

use std::ops::Range;

use super::clause::{Clauses, Link, Tense, tense_of};
use crate::analysis::claim::{ClaimKind, Modality};
use crate::analysis::phrase::VerbShape;
use crate::analysis::{Attribution, Claim, DateMention, DateSpan, Reading};
use crate::span::Span;

/// An article with its dates sorted by sentence.
pub struct Dated<'a, 'r> {
    /// The article.
    pub reading: &'a Reading<'r>,
    /// The attributions whose cue or content lies in each sentence.
    attributions: Vec<Vec<&'a Attribution>>,
    /// Which of the article's dates stand in each sentence.
    mentions: Vec<Range<usize>>,
    clauses: Vec<Option<Clauses>>,
}

/// How near a date stands to a claim, by grammar; the first is the nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// In the claim's own clause.
    Clause,
    /// In its clause, but as a part of a noun: "the violence of the previous day".
    Noun,
    /// At the head of the sentence.
    Head,
    /// In the clause that the claim's clause hangs on.
    Above,
    /// In a clause that hangs on the claim's, or beside it.
    Below,
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
        Self { reading, attributions: in_sentence, mentions, clauses }
    }

    /// The dates of happenings in sentence number `sentence`, resolved ones only.
    pub fn mentions(&self, sentence: usize) -> impl Iterator<Item = &'a DateMention> + use<'a, '_, 'r> {
        let range = self.mentions.get(sentence).cloned().unwrap_or_default();
        let mentions: &'a [DateMention] = self.reading.dates.get(range).unwrap_or_default();
        mentions.iter().filter(|mention| !mention.of_report && !mention.date.is_empty())
    }

    /// The clauses of sentence number `sentence`.
    pub fn clauses(&self, sentence: usize) -> Option<&Clauses> {
        self.clauses.get(sentence)?.as_ref()
    }

    fn attributions(&self, sentence: usize) -> impl Iterator<Item = &'a Attribution> + use<'a, '_, 'r> {
        self.attributions.get(sentence).into_iter().flatten().copied()
    }

    /// What the verb tells that says the claim: its own where it has one, else that of its clause. Deaths and injuries
    /// are over whenever they are told, and so is what a gerund tells.
    pub fn tense(&self, claim: &Claim, sentence: usize) -> Tense {
        let phrases = &self.reading.phrases;
        let tokens = self.reading.text.tokens_in(claim.span);
        let last = tokens.end.saturating_sub(1);
        let verb = [tokens.start, last].into_iter().find_map(|token| {
            let chunk = phrases.chunk_at(token)?;
            phrases.verb(chunk).map(|verb| (chunk, verb))
        });
        let of_clause = || {
            self.clauses(sentence)
                .and_then(|clauses| clauses.get(clauses.of(tokens.start)))
                .map_or(Tense::Past, |clause| clause.tense)
        };
        let tense = match verb {
            Some((chunk, verb)) if verb.shape == VerbShape::Finite => tense_of(self.reading, chunk),
            Some(_) => Tense::Past,
            None => of_clause(),
        };
        match tense {
            Tense::Perfect | Tense::Present if is_of_victims(claim) => Tense::Past,
            tense => tense,
        }
    }

    /// Whether the claim stands in a relative clause: it tells whom or what is meant.
    pub fn is_aside(&self, claim: &Claim, sentence: usize) -> bool {
        let token = self.reading.text.tokens_in(claim.span).start;
        self.clauses(sentence)
            .and_then(|clauses| clauses.get(clauses.of(token)))
            .is_some_and(|clause| clause.link == Link::Relative)
    }

    /// The sentence and the clause that the claim stands in.
    pub fn clause_of(&self, claim: &Claim) -> (usize, usize) {
        let sentence = self.reading.text.sentence_at(claim.span.start);
        let token = self.reading.text.tokens_in(claim.span).start;
        (sentence, self.clauses(sentence).map_or(0, |clauses| clauses.of(token)))
    }

    /// The date in the claim's own sentence that dates it, and how near it stands.
    pub fn own(&self, claim: &Claim, sentence: usize) -> Option<(DateSpan, Nearness)> {
        let clauses = self.clauses(sentence)?;
        let token = self.reading.text.tokens_in(claim.span).start;
        self.mentions(sentence)
            .filter(|mention| !self.dates_the_saying(mention, claim.span, sentence))
            .filter(|mention| !self.is_said_elsewhere(mention, claim.span, sentence))
            .filter(|mention| !self.is_yet_to_come(mention, claim))
            .filter(|mention| mention.date.from.is_some() || self.is_reached_by(mention) || self.holds_on(claim, token))
            .filter_map(|mention| Some((mention, self.nearness(clauses, token, claim, mention)?)))
            .min_by_key(|(mention, nearness)| {
                (*nearness, token.abs_diff(mention.tokens.start).min(token.abs_diff(mention.tokens.end)))
            })
            .map(|(mention, nearness)| (self.seen_from(clauses, token, mention), nearness))
    }

    /// What a date means for a claim: "has killed 90 since it took up arms in 2009" lasts from 2009 on.
    fn seen_from(&self, clauses: &Clauses, token: usize, mention: &DateMention) -> DateSpan {
        let (own, other) = (clauses.of(token), clauses.of(mention.tokens.start));
        let text = &self.reading.text;
        let comma = usize::from(text.lower(mention.tokens.end) == ",");
        let told_of_it = text.lower(mention.tokens.end + comma) == "when" && token > mention.tokens.end + comma;
        if let Some(day) = mention.date.from.filter(|_| mention.date.to.is_none() && told_of_it) {
            // "the worst since 2011, when 44 were killed"
            DateSpan::on(day)
        } else if own != other && clauses.get(other).is_some_and(|clause| clause.since) {
            DateSpan { to: None, ..mention.date }
        } else if let Some(day) = mention.date.to.filter(|_| mention.date.from.is_none() && self.is_reached_by(mention))
        {
            DateSpan::on(day)
        } else {
            mention.date
        }
    }

    /// The date that a statement was made on, where its sentence says so: beside the cue, outside what is said.
    pub fn of_saying(&self, claim: &Claim) -> Option<&'a DateMention> {
        let sentence = self.reading.text.sentence_at(claim.span.start);
        let attribution = self.attributions(sentence).find(|attribution| attribution.content == claim.span)?;
        let sentence = self.reading.text.sentence_at(attribution.cue.start);
        let cue = self.reading.text.tokens_in(attribution.cue);
        let clauses = self.clauses.get(sentence)?.as_ref();
        self.mentions(sentence)
            .filter(|mention| !attribution.content.overlaps(&mention.span) && mention.date.from.is_some())
            .filter(|mention| {
                clauses.is_none_or(|clauses| clauses.of(mention.tokens.start) == clauses.of(cue.start))
                    && cue.start.abs_diff(mention.tokens.start) <= 12
            })
            .min_by_key(|mention| cue.start.abs_diff(mention.tokens.start))
    }

    /// The date that a sentence sets for those after it: the first that dates what the sentence tells.
    pub fn main(&self, sentence: usize) -> Option<DateSpan> {
        let clauses = self.clauses(sentence)?;
        let told = |mention: &&DateMention| {
            let clause = clauses.get(clauses.of(mention.tokens.start));
            mention.date.from.is_some()
                && !self.is_part_of_a_noun(mention)
                && !matches!(
                    (self.reading.published_on, mention.date.first_day()),
                    (Some(report), Some(day)) if day > report
                )
                && clause.is_none_or(|clause| clause.tense != Tense::Future && !matches!(clause.link, Link::Relative))
                && !self.attributions(sentence).any(|attribution| self.beside_cue(mention, attribution, sentence))
        };
        self.mentions(sentence).find(told).map(|mention| mention.date)
    }

    /// Whether `mention` dates the saying and not what is said, where `span` lies in what is said.
    fn dates_the_saying(&self, mention: &DateMention, span: Span, sentence: usize) -> bool {
        self.attributions(sentence)
            .filter(|attribution| attribution.content.overlaps(&span))
            .any(|attribution| self.beside_cue(mention, attribution, sentence))
    }

    /// "due in court on Friday", "ahead of Sunday's vote", "a rally for Monday": the date of something else, still to come.
    fn is_yet_to_come(&self, mention: &DateMention, claim: &Claim) -> bool {
        let text = &self.reading.text;
        let start = mention.tokens.start;
        let word = |back: usize| start.checked_sub(back).map_or("", |token| text.lower(token));
        let led = word(1) == "of" && word(2) == "ahead"
            || word(1) == "before" && is_possessive(text.lower(mention.tokens.end));
        let ahead = matches!(
            (self.reading.published_on, mention.date.first_day()),
            (Some(report), Some(day)) if day > report
        );
        led || ahead && mention.date.from.is_some() && claim.modality == Modality::Fact && self.is_set_for(mention)
    }

    /// Whether "due", "set", "scheduled", "for" stands between the verb before and the date.
    fn is_set_for(&self, mention: &DateMention) -> bool {
        let text = &self.reading.text;
        let start = mention.tokens.start;
        text.lower(start.saturating_sub(1)) == "for"
            || (start.saturating_sub(10)..start).any(|token| {
                matches!(
                    text.lower(token),
                    "due"
                        | "set"
                        | "scheduled"
                        | "expected"
                        | "planned"
                        | "slated"
                        | "will"
                        | "would"
                        | "plan"
                        | "plans"
                )
            })
    }

    /// Whether the date stands in what somebody is quoted for, and `span` outside of it.
    fn is_said_elsewhere(&self, mention: &DateMention, span: Span, sentence: usize) -> bool {
        self.attributions(sentence).any(|attribution| {
            attribution.direct && attribution.content.contains(&mention.span) && !attribution.content.overlaps(&span)
        })
    }

    /// Whether the date stands outside the content, on the side of the cue.
    fn beside_cue(&self, mention: &DateMention, attribution: &Attribution, sentence: usize) -> bool {
        let content = attribution.content;
        if self.reading.text.sentence_at(attribution.cue.start) != sentence || content.overlaps(&mention.span) {
            return false;
        }
        if attribution.cue.start < content.start {
            mention.span.end <= content.start && !self.verb_between(mention.span.end, attribution.cue.start)
        } else {
            mention.span.start >= content.end
        }
    }

    /// "by Saturday": what was so by then is told of that day.
    fn is_reached_by(&self, mention: &DateMention) -> bool {
        self.reading.text.lower(mention.tokens.start) == "by"
    }

    /// Whether the claim is quoted from somebody who was not already speaking in the sentence before.
    pub fn is_from_new_witness(&self, claim: &Claim, sentence: usize) -> bool {
        let quoted = |attribution: &&Attribution| attribution.direct && attribution.content.contains(&claim.span);
        self.attributions(sentence).find(quoted).is_some_and(|attribution| {
            sentence
                .checked_sub(1)
                .is_none_or(|before| self.attributions(before).all(|earlier| earlier.speaker != attribution.speaker))
        })
    }

    /// Whether a verb stands between two places of the text.
    fn verb_between(&self, start: usize, end: usize) -> bool {
        let tokens = self.reading.text.tokens_in(Span::new(start, end.max(start)));
        let phrases = &self.reading.phrases;
        tokens.into_iter().filter_map(|token| phrases.chunk_at(token)).any(|chunk| phrases.verb(chunk).is_some())
    }

    /// Whether what the claim tells goes on, so that "until" dates it: a state, not the act that brought it about.
    fn holds_on(&self, claim: &Claim, token: usize) -> bool {
        if claim.kind == ClaimKind::Count {
            return matches!(claim.measure.as_str(), "on_strike" | "term" | "protesters" | "security_forces");
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

    fn nearness(&self, clauses: &Clauses, token: usize, claim: &Claim, mention: &DateMention) -> Option<Nearness> {
        let (own, other) = (clauses.of(token), clauses.of(mention.tokens.start));
        let own_clause = clauses.get(own)?;
        if own == other {
            let noun = self.is_part_of_a_noun(mention) && !claim.span.overlaps(&mention.span);
            return Some(if noun { Nearness::Noun } else { Nearness::Clause });
        }
        let head = mention.tokens.start < clauses.first_verb && other == 0;
        if own_clause.tense == Tense::Pluperfect && !head {
            return None;
        }
        // What is said has its own time: "said on Friday that".
        if clauses.is_said(own, other) {
            return None;
        }
        let above = clauses.hangs_on(own, other);
        // A finite relative clause may tell of another time than what it is hung on.
        if above && own_clause.link == Link::Relative && !head && self.is_part_of_a_noun(mention) {
            return None;
        }
        if head {
            return Some(Nearness::Head);
        }
        if above {
            return Some(Nearness::Above);
        }
        let below = clauses.follows(other, own);
        let beside = clauses
            .get(other)
            .is_some_and(|clause| clause.parent == own_clause.parent && clause.link == own_clause.link);
        // "four of them were among the dozen who died when it sank on Friday"
        let victims = is_of_victims(claim)
            && token < mention.tokens.start
            && clauses.get(other).is_some_and(|clause| clause.link == Link::Time);
        (below || victims || (beside && own_clause.link != Link::Relative)).then_some(Nearness::Below)
    }

    /// "the violence of the previous day", "Friday's events": the date belongs to a noun.
    fn is_part_of_a_noun(&self, mention: &DateMention) -> bool {
        let text = &self.reading.text;
        let before = mention.tokens.start.checked_sub(1).map_or("", |before| text.lower(before));
        let after = text.lower(mention.tokens.end);
        let part_of_day = mention.tokens.start.checked_sub(2).is_some_and(|part| is_part_of_day(text.lower(part)));
        before == "of" && !part_of_day || matches!(after, "'s" | "’s")
    }
}

fn is_possessive(word: &str) -> bool {
    matches!(word, "'s" | "’s")
}

/// "on the evening of March 19th": the part leaves the day what it is.
fn is_part_of_day(word: &str) -> bool {
    matches!(
        word,
        "morning"
            | "evening"
            | "night"
            | "afternoon"
            | "day"
            | "eve"
            | "hours"
            | "dawn"
            | "weekend"
            | "week"
            | "month"
            | "noon"
    )
}

/// Whether the claim counts people killed or hurt.
pub fn is_of_victims(claim: &Claim) -> bool {
    matches!(claim.measure.as_str(), "killed" | "injured" | "casualties")
}
