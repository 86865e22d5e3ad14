//! What a war, an epidemic or a drought has done since it broke out: "the war has killed tens of thousands" sums up all of
//! it, not the day that the article is about.

use super::super::clause::{Tense, tense_of};
use super::Dated;
use crate::analysis::date::PartialDate;
use crate::analysis::{Claim, DateMention, DateSpan};
use crate::vocabulary::geography;

impl Dated<'_, '_> {
    /// Whether the claim tells what a state that goes on has done so far.
    pub fn is_of_war(&self, claim: &Claim, sentence: usize) -> bool {
        self.war(claim, sentence).is_some()
    }

    /// From when on it has done so, where the article dates its beginning.
    pub fn begin_of_war(&self, claim: &Claim, sentence: usize) -> Option<DateSpan> {
        let war = self.war(claim, sentence)?;
        let text = &self.reading.text;
        let named = |mention: &&DateMention| {
            let sentence = text.sentence_at(mention.span.start);
            let tokens = text.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
            let same = |token: usize| text.lower(token) == text.lower(war);
            mention.date.from.is_some()
                && matches!(mention.date.to, Some(PartialDate::Day(_) | PartialDate::Month(..) | PartialDate::Year(_)))
                && !mention.of_report
                && (tokens.start..mention.tokens.start).rev().take(REACH).any(same)
        };
        let begun = self.reading.dates.iter().find(named)?;
        Some(DateSpan { from: begun.date.from, to: None })
    }

    /// The token of the war that is the subject of the claim's clause in the perfect.
    fn war(&self, claim: &Claim, sentence: usize) -> Option<usize> {
        let (phrases, text) = (&self.reading.phrases, &self.reading.text);
        let token = self.teller(claim);
        let start = text.sentences.get(sentence)?.tokens.start;
        // "The war has killed nine and driven out 40": the verb that has the subject stands before.
        let mut verb = phrases.chunk_at(token)?;
        while !phrases.verb(verb).is_some_and(|group| group.perfect && !group.reports) {
            verb = verb
                .checked_sub(1)
                .filter(|before| phrases.chunks.get(*before).is_some_and(|chunk| chunk.tokens.start >= start))?;
        }
        if tense_of(self.reading, verb) != Tense::Perfect {
            return None;
        }
        let subject = phrases.subject_of(verb).and_then(|subject| phrases.chunks.get(subject))?;
        geography::get().is_war(text.lower(subject.head)).then_some(subject.head)
    }
}

/// How many tokens before its date the war stands at most.
const REACH: usize = 12;
