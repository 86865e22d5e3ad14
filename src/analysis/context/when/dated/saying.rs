//! The day of a saying, which is not the day of what is said.

use super::Dated;
use crate::analysis::date::PartialDate;
use crate::analysis::{Attribution, Claim, DateMention, DateSpan};
use crate::span::Span;

impl<'a> Dated<'a, '_> {
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

    /// The first day in the first `lead` sentences on which something was said.
    pub fn first_saying(&self, lead: usize) -> Option<DateSpan> {
        let day = |mention: &&DateMention| matches!(mention.date.from, Some(PartialDate::Day(_)));
        (0..lead.min(self.reading.text.sentences.len())).find_map(|sentence| {
            let clauses = self.clauses(sentence)?;
            let beside = |mention: &DateMention, attribution: &Attribution| {
                let cue = self.reading.text.tokens_in(attribution.cue).start;
                let opens = self.reading.text.sentences.get(sentence).map_or(0, |here| here.tokens.start) + 2;
                clauses.of(cue) == clauses.of(mention.tokens.start)
                    && (mention.tokens.start > cue || mention.tokens.start < opens)
                    && self.beside_cue(mention, attribution, sentence)
            };
            let said = |mention: &&DateMention| {
                day(mention) && self.attributions(sentence).any(|attribution| beside(mention, attribution))
            };
            self.mentions(sentence).find(said).map(|mention| mention.date)
        })
    }

    /// Whether `mention` dates the saying and not what is said, where `span` lies in what is said.
    pub(super) fn dates_the_saying(&self, mention: &DateMention, span: Span, sentence: usize) -> bool {
        self.attributions(sentence)
            .filter(|attribution| attribution.content.overlaps(&span))
            .any(|attribution| self.beside_cue(mention, attribution, sentence))
    }

    /// The day on which what holds the claim was said.
    pub fn saying_of(&self, claim: &Claim, sentence: usize) -> Option<DateSpan> {
        self.mentions(sentence)
            .find(|mention| mention.date.to.is_some() && self.dates_the_saying(mention, claim.span, sentence))
            .map(|mention| mention.date)
    }

    /// Whether `mention` dates any saying of the sentence.
    pub fn is_of_saying(&self, mention: &DateMention, sentence: usize) -> bool {
        self.attributions(sentence).any(|attribution| self.beside_cue(mention, attribution, sentence))
    }

    /// Whether the date stands in what somebody is quoted for, and `span` outside of it.
    pub(super) fn is_said_elsewhere(&self, mention: &DateMention, span: Span, sentence: usize) -> bool {
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
            mention.span.end <= content.start
                && !self.verb_between(mention.span.end, attribution.cue.start)
                && !self.semicolon_between(mention.span.end, attribution.cue.start)
        } else {
            mention.span.start >= content.end
                && !self.semicolon_between(content.end.max(attribution.cue.end), mention.span.start)
        }
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

    /// Whether the claim is quoted from somebody who was already speaking in the sentence before.
    pub fn goes_on_speaking(&self, claim: &Claim, sentence: usize) -> bool {
        let Some(before) = sentence.checked_sub(1) else { return false };
        self.attributions(sentence)
            .filter(|attribution| attribution.direct && attribution.content.contains(&claim.span))
            .any(|attribution| self.attributions(before).any(|earlier| earlier.speaker == attribution.speaker))
    }

    /// Whether a semicolon parts two places of the text: "… marched on Saturday; police put the crowd at 500".
    fn semicolon_between(&self, start: usize, end: usize) -> bool {
        let tokens = self.reading.text.tokens_in(Span::new(start, end.max(start)));
        tokens.into_iter().any(|token| self.reading.text.raw(token) == ";")
    }

    /// Whether a verb stands between two places of the text.
    fn verb_between(&self, start: usize, end: usize) -> bool {
        let tokens = self.reading.text.tokens_in(Span::new(start, end.max(start)));
        let phrases = &self.reading.phrases;
        tokens.into_iter().filter_map(|token| phrases.chunk_at(token)).any(|chunk| phrases.verb(chunk).is_some())
    }
}
