//! On whose word: source, cue and content of each attribution.
//!
//! `cue` finds the cues of a sentence with their sources, `scope` what each covers, `speaker` who the source is.
//! Quotations that have no cue of their own go to whoever spoke before them. An outlet that passes something on is told
//! from a source by its name.

mod addition;
mod coverage;
mod cue;
mod headline;
mod quotation;
mod scope;
mod source;
mod speaker;
pub mod word_class;

use std::collections::BTreeMap;
use std::ops::Range;

use super::Reading;
use super::Text;
use crate::span::Span;
use crate::vocabulary;
pub use coverage::Coverage;
use cue::Found;
use quotation::Quotation;
use scope::{SHORTEST_QUOTATION, Scope};
use speaker::Speakers;

/// One attribution.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the attribution")]
pub struct Attribution {
    /// The words that name the source here (also a pronoun); `None` where none stands here.
    pub source: Option<Span>,
    /// Who that is, in the words in which the article first names them in full; empty where nobody is named.
    pub speaker: String,
    /// Whether [`Attribution::speaker`] had to be worked out from a pronoun, a short form or the context.
    pub resolved: bool,
    /// A word of `source_types.tsv`; empty where there is no source.
    pub source_type: &'static str,
    /// The words that attribute ("said", "according to", "told Reuters").
    pub cue: Span,
    /// What is attributed.
    pub content: Span,
    /// Between quotation marks.
    pub direct: bool,
    /// What is attributed is a clause, a quotation or what is reported, and not a mere aim ("promised to come").
    pub clause: bool,
    /// The class of the cue: a word of the column `class` in `cues.tsv` (neutral, distance, probability, denial, …).
    pub cue_class: &'static str,
    /// Another outlet that passes it on ("told Reuters", "the New York Times reported").
    pub via: String,
    /// The source is itself an outlet that passes facts on: what it covers has `via`, and is no statement.
    pub outlet: bool,
    /// The grammar rule that found it.
    pub rule: &'static str,
}

/// Finds the attributions, in order of their contents.
pub fn find(reading: &Reading<'_>) -> Vec<Attribution> {
    let text = &reading.text;
    let quotations = quotation::find(text);
    let mut finder = Finder {
        reading,
        speakers: Speakers::new(reading),
        attributions: Vec::new(),
        by_cue: BTreeMap::new(),
        taken: vec![false; quotations.len()],
    };
    let mut waiting = 0;
    for sentence in 0..text.sentences.len() {
        let found = cue::find(text, &quotations, sentence);
        let scopes: Vec<Option<Scope>> =
            (0..found.len()).map(|index| scope::scope(text, &quotations, &found, index)).collect();
        if found.is_empty() {
            let by_colon = headline::find(text, sentence)
                .or_else(|| headline::before_quotation(text, sentence, &quotations))
                .into_iter();
            by_colon.for_each(|attribution| finder.add_by_colon(attribution));
            finder.take(&quotations);
        }
        for (found, scope) in found.iter().zip(scopes) {
            if let Some(scope) = scope {
                finder.add(found, &scope, &quotations);
            }
        }
        // Quotations that begin before the next sentence ends are looked at once all cues so far are known.
        let end = text.sentences[sentence].tokens.end;
        while quotations.get(waiting).is_some_and(|quotation| quotation.outer.end <= end) {
            finder.inherit(&quotations, waiting);
            waiting += 1;
        }
    }
    let mut attributions = finder.attributions;
    attributions.sort_by_key(|attribution| (attribution.content, attribution.cue));
    attributions
}

/// Cues of who has spoken just before.
const ADDING: [&str; 4] = ["added", "adds", "continued", "continues"];

struct Finder<'r, 'a> {
    reading: &'r Reading<'a>,
    speakers: Speakers<'r, 'a>,
    attributions: Vec<Attribution>,
    /// The same by cue and content, so that whoever spoke last is found at once.
    by_cue: BTreeMap<(Span, Span), usize>,
    /// Which quotations have a speaker.
    taken: Vec<bool>,
}

impl Finder<'_, '_> {
    fn add(&mut self, found: &Found, scope: &Scope, quotations: &[Quotation]) {
        let text = &self.reading.text;
        let outlet = found.source.as_ref().and_then(|source| outlet(text, source));
        let told = found.via.as_ref().map(|via| text.span(via.clone()));
        let via = outlet.or(told).map(|span| span.of(text.source).to_owned()).unwrap_or_default();
        let nobody = found.order == cue::Order::Passive && found.source.is_none();
        let speaker = if nobody || outlet.is_some() {
            speaker::Speaker::default()
        } else {
            self.speakers.resolve(found.source.as_ref(), found.words.start)
        };
        let named_outlet = outlet
            .map(|_| found.source.clone().map_or(String::new(), |source| text.span(source).of(text.source).to_owned()));
        self.push(Attribution {
            source: found.source.clone().map(|source| text.span(source)),
            speaker: named_outlet.unwrap_or(speaker.name),
            resolved: speaker.resolved,
            source_type: if outlet.is_some() { "media" } else { speaker.source_type },
            cue: text.span(found.words.clone()),
            content: text.span(scope.content.clone()),
            direct: scope.direct,
            clause: scope.clause && !is_supposed(text, found),
            cue_class: if found.granted { "neutral" } else { found.cue.class },
            via: if self.is_own(&via) { String::new() } else { via },
            outlet: outlet.is_some(),
            rule: scope.rule,
        });
        self.take(quotations);
        if found.words.clone().any(|token| ADDING.contains(&text.lower(token))) {
            self.begin_earlier(found, quotations);
        }
    }

    /// Adds what a colon attributes; whom it names in full, or short for somebody named before, may go on speaking.
    fn add_by_colon(&mut self, mut attribution: Attribution) {
        if let Some(source) = attribution.source.filter(|_| attribution.direct) {
            let tokens = self.reading.text.tokens_in(source);
            let speaker = self.speakers.resolve(Some(&tokens), tokens.start);
            (attribution.speaker, attribution.resolved) = (speaker.name, speaker.resolved);
        }
        self.push(attribution);
    }

    /// Gives the quotations that open a paragraph, where nobody is named for them, to who "added" something behind them.
    fn begin_earlier(&mut self, found: &Found, quotations: &[Quotation]) {
        let text = &self.reading.text;
        let Some(own) = self.attributions.last().cloned() else { return };
        let paragraph = text.sentences[found.sentence].paragraph;
        let start = text.sentences[found.sentence].tokens.start;
        let before = quotations.partition_point(|quotation| quotation.outer.end <= start);
        let Some(index) = before.checked_sub(1).filter(|index| !self.taken[*index]) else { return };
        let quotation = &quotations[index];
        let first = text.tokens[quotation.outer.start].sentence;
        let opens = text.sentences[first].tokens.start == quotation.outer.start
            && first.checked_sub(1).is_none_or(|before| text.sentences[before].paragraph != paragraph);
        if opens && quotation.outer.end == start && text.sentences[first].paragraph == paragraph {
            self.taken[index] = true;
            let content = text.span(quotation.inner.clone());
            self.push(Attribution {
                content,
                direct: true,
                clause: true,
                rule: "quotation before more is added",
                ..own
            });
        }
    }

    fn push(&mut self, attribution: Attribution) {
        self.by_cue.insert((attribution.cue, attribution.content), self.attributions.len());
        self.attributions.push(attribution);
    }

    /// Marks the quotations that the last attribution holds as having a speaker.
    fn take(&mut self, quotations: &[Quotation]) {
        let Some(content) = self.attributions.last().map(|last| last.content) else { return };
        let text = &self.reading.text;
        let first = quotations.partition_point(|quotation| text.span(quotation.inner.clone()).start < content.start);
        for (index, quotation) in quotations.iter().enumerate().skip(first) {
            if !content.contains(&text.span(quotation.inner.clone())) {
                break;
            }
            self.taken[index] = true;
        }
    }

    /// Whether `outlet` is the article's own.
    fn is_own(&self, outlet: &str) -> bool {
        self.reading.publisher.is_some_and(|publisher| vocabulary::publishers::get().same(publisher, outlet))
    }

    /// Gives the quotation at `index`, where it has no cue of its own, to whoever spoke before it.
    fn inherit(&mut self, quotations: &[Quotation], index: usize) {
        let text = &self.reading.text;
        let quotation = &quotations[index];
        let sentence = &text.sentences[text.tokens[quotation.outer.start].sentence];
        // "“Nobody came.”" as a sentence of its own is somebody's, however short.
        let ended = matches!(text.lower(quotation.inner.end - 1), "." | "!" | "?");
        let alone =
            ended && quotation.outer.start == sentence.tokens.start && quotation.outer.end >= sentence.tokens.end;
        let shortest = if alone { 2 } else { SHORTEST_QUOTATION };
        if self.taken[index] || quotation.words < shortest {
            return;
        }
        let start = text.span(quotation.outer.clone()).start;
        let mut before = self.by_cue.range(..(Span::new(start, 0), Span::default())).rev();
        let Some((_, last)) = before.find(|((cue, _), _)| cue.end <= start) else { return };
        let last = &self.attributions[*last];
        let paragraph = |offset: usize| text.sentences[text.sentence_at(offset)].paragraph;
        let same_paragraph = paragraph(last.cue.start) == sentence.paragraph;
        let begins = quotation.outer.start == sentence.tokens.start;
        let broken = same_paragraph
            && text.sentence_at(last.cue.start) == text.tokens[quotation.outer.start].sentence
            && matches!(text.lower(quotation.outer.start.saturating_sub(1)), "," | ":" | "that");
        // A paragraph that is a quotation and no more goes to whoever spoke in the one before it.
        let next = text.tokens.get(quotation.outer.end).map(|token| text.sentences[token.sentence].paragraph);
        let whole = ended && begins && !last.outlet && next.is_none_or(|next| next != sentence.paragraph);
        let goes_on = (last.direct || whole)
            && begins
            && paragraph(last.content.start) + 1 == sentence.paragraph
            && (quotation.continues
                || quotation.outer.end >= sentence.tokens.end
                || last.content.end > last.cue.end
                || whole);
        if !(broken || begins && same_paragraph && !last.outlet || goes_on || last.outlet && same_paragraph && !begins)
        {
            return;
        }
        let last = last.clone();
        self.taken[index] = true;
        self.push(Attribution {
            content: text.span(quotation.inner.clone()),
            direct: true,
            clause: true,
            resolved: !broken,
            outlet: false,
            rule: "quotation goes on",
            ..last
        });
    }
}

/// "If the court finds that …": nobody has said it.
fn is_supposed(text: &Text<'_>, found: &Found) -> bool {
    let before = found.start.checked_sub(1).map_or("", |before| text.lower(before));
    matches!(before, "if" | "unless" | "whether" | "until")
}

/// The outlet that `source` names: an outlet, or somebody who writes for one ("a Reuters correspondent").
fn outlet(text: &Text<'_>, source: &Range<usize>) -> Option<Span> {
    let whole = addition::outlet(text, source.clone());
    let named = || {
        let media = text.word(source.end - 1).source.is_some_and(|noun| noun.source_type == "media");
        let start = source.start + usize::from(matches!(text.lower(source.start), "a" | "an" | "the"));
        let end = if media { source.end - 1 } else { return None };
        (start < end).then(|| addition::outlet(text, start..end)).flatten()
    };
    whole.or_else(named).map(|tokens| text.span(tokens))
}

#[cfg(test)]
pub mod tests;
