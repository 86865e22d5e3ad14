//! How far an attribution reaches: the clause after "said that", the sentence before ", police said", both sides of
//! ", he said,", the quotation, or the passage after "According to the Herald:".

use std::ops::Range;

use super::cue::{Found, Order};
use super::quotation::Quotation;
use super::word_class::{
    begins_clause, has_finite_verb, is_adverb, is_finite_verb, is_object_pronoun, is_preposition, is_time,
};
use crate::analysis::Text;
use crate::analysis::text::TokenKind;
use crate::vocabulary::cues::CueForm;

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
    let scope = if own.end >= limit || matches!(next, "," | "—" | "–" | "." | "!" | "?") || ends(text, own.end, limit)
    {
        match own.order {
            Order::Phrase if opens_clause(text, own.start, sentence.start) && next == "," => {
                indirect(own.end + 1..limit, "source first, then its content")
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
    } else if own.order == Order::Phrase {
        left(text, quotations, found, index, limit)?
    } else if own.order == Order::CueSource {
        left(text, quotations, found, index, limit)?
    } else {
        right(text, quotations, own, own.end, limit).or_else(|| {
            let trailing = own.start > sentence.start && matches!(text.lower(own.start - 1), ",")
                || closes_quotation(text, own.start);
            (trailing && own.cue.takes("clause") && !is_preposition(next))
                .then(|| left(text, quotations, found, index, limit))
                .flatten()
        })?
    };
    quoted(text, quotations, scope)
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
            let own = quotation.words(text);
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

/// Where what `found[index]` covers to its right ends: at the sentence's end, or where another cue begins a clause of its own.
fn right_limit(text: &Text<'_>, found: &[Found], index: usize, sentence_end: usize) -> usize {
    let own = &found[index];
    for other in &found[index + 1..] {
        if other.start <= own.end {
            continue;
        }
        let before = other.start - 1;
        let word = text.lower(before);
        let trailing = text.lower(other.end) == "," || ends(text, other.end, sentence_end);
        if word == "," && (trailing || other.order == Order::Participle)
            || other.order == Order::Phrase && (word == "," || trailing)
            || text.tokens[before].kind == TokenKind::CloseQuote
        {
            return if word == "," { before } else { other.start };
        }
        if let Some(at) = clause_break(text, own.end, other.start) {
            return at;
        }
    }
    sentence_end
}

/// Where, between two cues, the clause of the second begins: ", but", "while", ";".
fn clause_break(text: &Text<'_>, from: usize, to: usize) -> Option<usize> {
    let at = (from.max(to.saturating_sub(8))..to).rev().find(|token| {
        matches!(text.lower(*token), "but" | "while" | "though" | "although" | "whereas" | "and" | ";" | "yet")
    })?;
    if has_finite_verb(text, at + 1..to) {
        return None;
    }
    Some(if at > from && text.lower(at - 1) == "," { at - 1 } else { at })
}

/// What follows the cue.
fn right(text: &Text<'_>, quotations: &[Quotation], own: &Found, start: usize, limit: usize) -> Option<Scope> {
    let start = if matches!(text.lower(start), "," | ":") { start + 1 } else { start };
    let cue = own.cue;
    let word = text.lower(start);
    if let Some(quotation) = quotation_at(text, quotations, start) {
        let goes_on =
            quotation.outer.end < limit && !matches!(text.lower(quotation.outer.end), "," | "." | ";" | "and");
        if !(goes_on && quotation.words(text) < SHORTEST_QUOTATION) {
            return Some(Scope {
                content: quotation.inner.clone(),
                direct: true,
                clause: true,
                rule: "quotation after its cue",
            });
        }
    }
    let rest = start..limit;
    if rest.is_empty() {
        return None;
    }
    if word == "that" {
        return Some(indirect(start + 1..limit, "clause with that"));
    }
    let preposition = |name: &str| rest.clone().take(20).find(|token| text.lower(*token) == name);
    let not_clause = |scope: Scope| Scope { clause: false, ..scope };
    let document = own.source.as_ref().is_some_and(|source| is_document(text, source));
    if cue.takes("finding") && document && !is_preposition(word) {
        return Some(indirect(rest, "finding"));
    }
    if cue.takes("topic") && !matches!(word, "to" | "," | "as") {
        return Some(not_clause(indirect(rest, "topic")));
    }
    if cue.takes("to") && word == "to" {
        return Some(not_clause(indirect(rest, "infinitive")));
    }
    if cue.takes("for") {
        return (word == "for").then(|| not_clause(indirect(start + 1..limit, "call for")));
    }
    if cue.takes("of") {
        return preposition("of").filter(|of| *of > start).map(|of| indirect(of + 1..limit, "accusation of"));
    }
    if cue.takes("on") {
        let charged = !is_preposition(word)
            && !rest.is_empty()
            && (preposition("on").is_some() || preposition("for").is_some() || own.form != CueForm::Past);
        return charged.then(|| indirect(rest, "blame"));
    }
    if cue.takes("at") {
        return preposition("at")
            .or_else(|| preposition("in").filter(|at| text.lower(at + 1) == "the" && has_number(text, at + 2..at + 3)))
            .filter(|at| at - start <= 12)
            .filter(|_| has_number(text, start..limit))
            .map(|_| indirect(rest, "put at"));
    }
    if cue.takes("as") {
        let at = preposition("as")?;
        let content = if at == start || own.order == Order::Passive { at + 1..limit } else { rest };
        let quoted =
            quotation_at(text, quotations, at + 1).is_some_and(|quotation| quotation.words(text) >= SHORTEST_QUOTATION);
        return Some(Scope {
            clause: quoted || own.order != Order::Passive || own.source.is_some(),
            ..indirect(content, "described as")
        });
    }
    if own.order == Order::Passive {
        return None;
    }
    if matches!(word, "how" | "whether" | "why" | "what" | "if") && (cue.takes("clause") || cue.takes("that")) {
        return Some(not_clause(indirect(rest, "question")));
    }
    if is_preposition(word)
        && !matches!(word, "in" | "after" | "during" | "at" | "between" | "over" | "about" | "around" | "on" | "under")
        || matches!(word, "so" | "nothing" | "little" | "to")
    {
        return None;
    }
    if (cue.takes("gerund") || cue.takes("object")) && word.ends_with("ing") {
        return Some(indirect(rest, "gerund"));
    }
    if cue.takes("clause")
        && (cue.takes("object") && cue.class == "neutral" || cue.takes("person") || is_clause(text, rest.clone()))
        && !is_preposition(word)
    {
        let rule = if has_finite_verb(text, rest.clone()) { "clause without that" } else { "object" };
        return Some(indirect(rest, rule));
    }
    if cue.takes("clause") && is_preposition(word) {
        return has_finite_verb(text, rest.clone()).then(|| indirect(rest, "clause without that"));
    }
    // "rejected claims that it fired": what is denied is the claim's content.
    let claims =
        start + 1 < limit && text.lower(start + 1) == "that" || start + 2 < limit && text.lower(start + 2) == "that";
    if cue.class == "denial" && claims {
        let that = preposition("that")?;
        return Some(indirect(that + 1..limit, "denied claim"));
    }
    let object = cue.takes("object") && !is_preposition(word) && !is_object_pronoun(word) && !is_adverb(word);
    object.then(|| indirect(rest, "object"))
}

/// Whether a subject and its verb begin `tokens`, and not an object with a clause of its own somewhere behind it.
fn is_clause(text: &Text<'_>, tokens: Range<usize>) -> bool {
    let aside = |from: usize| (from + 1..tokens.end.min(from + 15)).find(|token| text.lower(*token) == ",");
    let mut token = tokens.start;
    while token < tokens.end {
        let word = text.lower(token);
        if token > tokens.start && is_finite_verb(text, token) {
            return true;
        }
        if word == "," {
            match aside(token) {
                Some(close) => token = close,
                None => return false,
            }
        } else if token > tokens.start && begins_clause(word) && !matches!(word, "or" | "so" | "yet") {
            return false;
        }
        token += 1;
    }
    false
}

/// Whether a source is a survey, a report or a record.
fn is_document(text: &Text<'_>, source: &Range<usize>) -> bool {
    source.clone().any(|token| super::source::is_document(text, token))
}

fn has_number(text: &Text<'_>, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|token| {
        text.tokens[token].kind == TokenKind::Number
            || matches!(
                text.lower(token),
                "dozens"
                    | "hundreds"
                    | "thousands"
                    | "scores"
                    | "dozen"
                    | "two"
                    | "three"
                    | "four"
                    | "five"
                    | "six"
                    | "seven"
                    | "eight"
                    | "nine"
                    | "ten"
                    | "twelve"
                    | "twenty"
                    | "million"
                    | "billion"
            )
    })
}

/// What stands before source and cue, or on both sides of them.
fn left(text: &Text<'_>, quotations: &[Quotation], found: &[Found], index: usize, limit: usize) -> Option<Scope> {
    let own = &found[index];
    let sentence = text.sentences[own.sentence].tokens.clone();
    if let Some(mark) = closing_mark(text, own.start) {
        let quotation = quotations.iter().rev().find(|quotation| quotation.outer.contains(&mark))?;
        let opening = text.sentences[text.tokens[quotation.outer.start].sentence].tokens.start;
        if quotation.outer.start == opening
            || quotation.words(text) >= 2 * SHORTEST_QUOTATION && text.lower(quotation.outer.start - 1) == ":"
        {
            return Some(Scope {
                content: quotation.inner.clone(),
                direct: true,
                clause: true,
                rule: "quotation before its cue",
            });
        }
        return Some(indirect(opening..quotation.outer.end, "content first, then its source"));
    }
    let start = left_start(text, found, index, sentence.start);
    // "As the Herald reported, …" introduces what follows; ", as the Herald reported." what stands before.
    if own.start > start && text.lower(own.start - 1) == "as" && own.order == Order::SourceCue {
        if (start..own.start - 1)
            .all(|token| begins_clause(text.lower(token)) || is_adverb(text.lower(token)) || text.lower(token) == "and")
        {
            return (text.lower(own.end) == ",").then(|| indirect(own.end + 1..limit, "as reported"));
        }
        return (text.lower(own.start - 2) == ",").then(|| indirect(start..own.start - 2, "as reported"));
    }
    if start >= own.start {
        return None;
    }
    let before = start..own.start;
    if let Some(verb) =
        found.get(index + 1).filter(|next| own.order == Order::Phrase && next.words.start == own.end + 1)
    {
        return Some(indirect(verb.end..limit, "both sides of its source"));
    }
    let goes_on = text.lower(own.end) == "," && own.end + 1 < limit && text.lower(own.start - 1) == ",";
    if goes_on {
        let word = text.lower(start);
        let leads = is_preposition(word) || begins_clause(word) || is_adverb(word) || is_time(word);
        let rule = "both sides of its source";
        return Some(indirect(if leads { own.end + 1..limit } else { start..limit }, rule));
    }
    let closed = matches!(text.lower(own.start - 1), "," | "—" | "–" | ")") || own.order == Order::Phrase;
    let leads = is_preposition(text.lower(start)) && !has_finite_verb(text, before.clone());
    let closed = closed && (!leads || own.order == Order::Phrase);
    (closed && has_words(text, &before)).then(|| indirect(before, "content first, then its source"))
}

fn has_words(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    tokens.clone().filter(|token| text.tokens[*token].kind == TokenKind::Word).count() > 1
}

/// Where what stands before `found[index]` begins: the sentence, after its dateline, or a clause set off from an earlier cue.
fn left_start(text: &Text<'_>, found: &[Found], index: usize, sentence_start: usize) -> usize {
    let own = &found[index];
    if let Some(earlier) = index.checked_sub(1).map(|before| &found[before]) {
        let set_off = (earlier.end..own.start).rev().find(|token| {
            text.lower(*token) == ";"
                || (matches!(text.lower(*token), "but" | "while" | "though" | "although" | "whereas" | "and")
                    && (text.lower(token - 1) == "," || *token == earlier.end))
        });
        if let Some(at) = set_off {
            return at + 1;
        }
    }
    let dateline = (sentence_start..own.start.min(sentence_start + 10))
        .find(|token| matches!(text.lower(*token), "—" | "–" | "--" | "-"));
    match dateline {
        Some(dash)
            if !has_finite_verb(text, sentence_start..dash)
                && (sentence_start..dash)
                    .any(|token| text.raw(token).len() > 2 && text.raw(token).chars().all(char::is_uppercase)) =>
        {
            dash + 1
        }
        _ => sentence_start,
    }
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
