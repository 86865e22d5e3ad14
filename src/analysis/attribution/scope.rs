//! How far an attribution reaches: the clause after "said that", the sentence before ", police said", both sides of
//! ", he said,", the quotation, or the passage after "According to the Herald:".

mod left;
mod limit;
mod right;

use std::ops::Range;

use super::cue::{Found, Order};
use super::quotation::Quotation;
use super::word_class::{
    begins_clause, has_finite_verb, is_adverb, is_determiner, is_finite_verb, is_preposition, is_relative,
};
use crate::analysis::Text;
use crate::analysis::text::TokenKind;
use left::left;
use limit::right_limit;
use right::right;

/// What a cue covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The content.
    pub content: Range<usize>,
    /// Between quotation marks.
    pub direct: bool,
    /// A clause, a quotation or what is reported; no mere wish or aim.
    pub clause: bool,
    /// The rule that found it.
    pub rule: &'static str,
}

/// A quotation is the whole content where it holds at least this share of the content's words, in hundredths.
const MOSTLY_QUOTED: usize = 60;

/// A quotation inside the writer's own sentence with fewer words is no statement.
pub const SHORTEST_QUOTATION: usize = 4;

/// The scope of `found[index]`, where `found` holds the cues of one sentence.
pub fn scope(text: &Text<'_>, quotations: &[Quotation], found: &[Found], index: usize) -> Option<Scope> {
    let own = found.get(index)?;
    let sentence = text.sentences[own.sentence].tokens.clone();
    let limit = right_limit(text, found, index, sentence.end);
    let next = text.lower(own.end);
    // "…, an officer said on condition of anonymity because …": how it was said.
    let manner = next == "because"
        || matches!(next, "on" | "under") && matches!(text.lower(own.end + 1), "condition" | "conditions");
    let scope = if own.end >= limit
        || manner && text.lower(own.start.wrapping_sub(1)) == ","
        || matches!(next, "," | "—" | "–" | "." | "!" | "?")
        || ends(text, own.end, limit)
    {
        match own.order {
            Order::Phrase if opens_clause(text, own.start, sentence.start) && next == "," => {
                indirect(after_apposition(text, own.end, limit) + 1..limit, "source first, then its content")
            }
            _ if next == ","
                && quotation_at(text, quotations, own.end + 1).is_some()
                && !closes_quotation(text, own.start) =>
            {
                right(text, quotations, own, own.end + 1, limit)?
            }
            _ => left(text, quotations, found, index, limit)?,
        }
    } else if next == ":" {
        passage(text, quotations, own, limit, sentence.end)?
    } else if matches!(own.order, Order::Phrase | Order::CueSource) {
        left(text, quotations, found, index, limit)?
    } else {
        right(text, quotations, own, own.end, limit).or_else(|| {
            let trailing = own.start > sentence.start && matches!(text.lower(own.start - 1), ",")
                || closes_quotation(text, own.start);
            let own_source = own.source.as_ref().is_none_or(|source| source.start >= own.start);
            (trailing && own_source && own.cue.takes("clause") && !is_preposition(next))
                .then(|| left(text, quotations, found, index, limit))
                .flatten()
        })?
    };
    if own.cue.verb && own.cue.takes_only("quote") && !scope.direct && !holds_quotation(quotations, &scope.content) {
        return None;
    }
    quoted(text, quotations, scope)
}

fn holds_quotation(quotations: &[Quotation], content: &Range<usize>) -> bool {
    let first = quotations.partition_point(|quotation| quotation.outer.start < content.start);
    quotations.get(first).is_some_and(|quotation| quotation.outer.end <= content.end)
}

fn indirect(content: Range<usize>, rule: &'static str) -> Scope {
    Scope { content, direct: false, clause: true, rule }
}

/// Trims the content, and makes it the quotation where it is mostly one.
fn quoted(text: &Text<'_>, quotations: &[Quotation], mut scope: Scope) -> Option<Scope> {
    let mut content = scope.content.clone();
    if !scope.direct {
        while content.end > content.start
            && matches!(text.lower(content.end - 1), "." | "," | ";" | ":" | "!" | "?" | "—" | "–" | "and" | "but")
        {
            content.end -= 1;
        }
        while content.start < content.end
            && matches!(text.lower(content.start), "," | "and" | "but" | ":" | "—" | "–" | "that" | ";")
        {
            content.start += 1;
        }
        let first = quotations.partition_point(|quotation| quotation.outer.end <= content.start);
        let largest = quotations[first..]
            .iter()
            .take_while(|quotation| quotation.outer.start < content.end)
            .max_by_key(|quotation| quotation.inner.len());
        if let Some(quotation) = largest {
            let words = content
                .clone()
                .filter(|token| matches!(text.tokens[*token].kind, TokenKind::Word | TokenKind::Number))
                .count();
            let own = quotation.words;
            if own >= SHORTEST_QUOTATION && own * 100 >= words * MOSTLY_QUOTED {
                content = quotation.inner.clone();
                scope.direct = true;
            } else if quotation.outer.contains(&(content.end.saturating_sub(1))) {
                content.end = quotation.outer.end.max(content.end);
            }
        }
    }
    let words = content.clone().any(|token| matches!(text.tokens[token].kind, TokenKind::Word | TokenKind::Number));
    scope.content = content;
    words.then_some(scope)
}

/// Whether only marks follow before `limit`.
fn ends(text: &Text<'_>, token: usize, limit: usize) -> bool {
    (token..limit).all(|token| {
        matches!(text.tokens[token].kind, TokenKind::Mark | TokenKind::CloseQuote) && text.lower(token) != ":"
    })
}

/// Whether a quotation closes right before `start`, with or without a comma between.
fn closes_quotation(text: &Text<'_>, start: usize) -> bool {
    closing_mark(text, start).is_some()
}

fn closing_mark(text: &Text<'_>, start: usize) -> Option<usize> {
    let closes = |token: usize| text.tokens[token].kind == TokenKind::CloseQuote;
    let before = start.checked_sub(1)?;
    if closes(before) {
        return Some(before);
    }
    let second = before.checked_sub(1)?;
    (matches!(text.lower(before), "," | "—" | "–") && closes(second)).then_some(second)
}

fn quotation_at<'q>(text: &Text<'_>, quotations: &'q [Quotation], token: usize) -> Option<&'q Quotation> {
    let token = if matches!(text.lower(token), "," | ":") { token + 1 } else { token };
    quotations
        .iter()
        .skip(quotations.partition_point(|quotation| quotation.outer.end <= token))
        .find(|quotation| quotation.outer.start == token)
}

/// Whether a clause begins at `start`, so that "according to X" there introduces what follows.
fn opens_clause(text: &Text<'_>, start: usize, sentence_start: usize) -> bool {
    start == sentence_start
        || (sentence_start..start).all(|token| {
            text.tokens[token].kind != TokenKind::Word
                || begins_clause(text.lower(token))
                || text.lower(token) == "and"
                || is_adverb(text.lower(token))
        })
        || (begins_clause(text.lower(start - 1)) || matches!(text.lower(start - 1), ";" | ":" | "and"))
}

/// The comma that ends the apposition after the comma at `comma`: "according to the chief, Ana Lopez, …"; `comma` where
/// there is none.
fn after_apposition(text: &Text<'_>, comma: usize, limit: usize) -> usize {
    let inner = comma + 1..limit.min(comma + 12);
    let Some(close) = inner.clone().find(|token| text.lower(*token) == ",") else { return comma };
    let inner = inner.start..close;
    let first = text.lower(inner.start);
    let name = inner.len() <= 4 && inner.clone().all(|token| text.capitalised(token));
    let describes = is_relative(first)
        || matches!(first, "a" | "an" | "the" | "one" | "its" | "his" | "her" | "their")
            && inner.clone().any(|token| text.word(token).source.is_some())
            && !has_finite_verb(text, inner.clone());
    // "According to police, Ana Lopez, 34, was shot": the name begins the content.
    let age = text.tokens.get(close + 1).is_some_and(|token| token.kind == TokenKind::Number)
        || is_finite_verb(text, close + 1)
        || is_determiner(text.lower(close + 1)) && !has_finite_verb(text, close + 1..limit);
    if (name || describes) && !age { close } else { comma }
}

/// What a colon introduces: the rest of the sentence, or where it ends a paragraph, the next one.
fn passage(text: &Text<'_>, quotations: &[Quotation], own: &Found, limit: usize, sentence_end: usize) -> Option<Scope> {
    let start = own.end + 1;
    if start < sentence_end {
        return right(text, quotations, own, start, limit).or_else(|| Some(indirect(start..limit, "after a colon")));
    }
    if let Some(quotation) = quotation_at(text, quotations, start) {
        return Some(Scope {
            content: quotation.inner.clone(),
            direct: true,
            clause: true,
            rule: "quotation after its cue",
        });
    }
    let next = text.sentences.get(own.sentence + 1)?;
    let last =
        text.sentences[own.sentence + 1..].iter().take_while(|sentence| sentence.paragraph == next.paragraph).last()?;
    Some(indirect(next.tokens.start..last.tokens.end, "passage after a colon"))
}
