//! What follows a cue: a clause, a quotation, or what the verb at hand takes.

use std::ops::Range;

use super::{SHORTEST_QUOTATION, Scope, indirect, quotation_at};
use crate::analysis::Text;
use crate::analysis::attribution::cue::{Found, Order};
use crate::analysis::attribution::quotation::Quotation;
use crate::analysis::attribution::source;
use crate::analysis::attribution::word_class::{
    begins_clause, has_finite_verb, is_adverb, is_determiner, is_finite_verb, is_object_pronoun, is_preposition,
    is_relative,
};
use crate::analysis::text::TokenKind;
use crate::vocabulary::cues::CueForm;

/// What follows the cue.
pub(super) fn right(
    text: &Text<'_>,
    quotations: &[Quotation],
    own: &Found,
    start: usize,
    limit: usize,
) -> Option<Scope> {
    let start = if matches!(text.lower(start), "," | ":") { start + 1 } else { start };
    let cue = own.cue;
    let word = text.lower(start);
    if let Some(quotation) = quotation_at(text, quotations, start) {
        let goes_on =
            quotation.outer.end < limit && !matches!(text.lower(quotation.outer.end), "," | "." | ";" | "and");
        if !(goes_on && quotation.words < SHORTEST_QUOTATION) {
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
    // "put it at 70 but lowered it", "listed 12 dead and called for help": another thing that the source did.
    let second = |token: &usize| matches!(text.lower(*token), "and" | "but") && is_finite_verb(text, token + 1);
    let object_end = rest.clone().skip(1).find(second).unwrap_or(limit);
    let rest = if has_finite_verb(text, start..object_end) { rest } else { start..object_end };
    // "charged over the blast that killed 31": the clause belongs to the noun.
    let behind_noun = (own.words.end..start).any(|token| is_preposition(text.lower(token)));
    if word == "that" && behind_noun && is_finite_verb(text, start + 1) {
        return None;
    }
    if word == "that" {
        return Some(indirect(start + 1..limit, "clause with that"));
    }
    // "at least" is no "at".
    let bound = |token: usize| matches!(text.lower(token), "least" | "most");
    let preposition = |name: &str| rest.clone().take(20).find(|token| text.lower(*token) == name && !bound(token + 1));
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
    if cue.takes("number") {
        return has_number(text, start..(start + 3).min(limit)).then(|| indirect(start..object_end, "number counted"));
    }
    // "gave the number of dead as nine", "gave a figure of five"
    if cue.takes("figure") {
        let figure =
            matches!(text.lower(start + 1), "figure" | "toll" | "total" | "count" | "number" | "estimate" | "tally");
        let of = figure && text.lower(start + 2) == "of" && has_number(text, start + 3..limit.min(start + 7));
        let given = preposition("as").is_some_and(|at| has_number(text, at + 1..limit.min(at + 4)));
        return (of || given).then(|| indirect(start..object_end, "put at"));
    }
    if cue.takes("name") && !named(text, start..object_end).is_empty() {
        return Some(indirect(named(text, start..object_end), "called so"));
    }
    if cue.takes("for") {
        return (word == "for").then(|| not_clause(indirect(start + 1..limit, "call for")));
    }
    if cue.takes("of") {
        // "accused the ministry of health of hiding it"
        let of_doing =
            || rest.clone().take(20).find(|of| text.lower(*of) == "of" && text.lower(of + 1).ends_with("ing"));
        let of = of_doing().or_else(|| preposition("of")).filter(|of| *of > start)?;
        return Some(indirect(of + 1..limit, "accusation of"));
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
            .map(|_| indirect(start..object_end, "put at"));
    }
    // "described hiding under a lorry", "describes soldiers shooting at people"
    let doing = |token: usize| {
        let word = text.lower(token);
        word.len() > 4
            && word.ends_with("ing")
            && !matches!(word, "during" | "building" | "nothing" | "something" | "morning" | "evening")
    };
    let opening = (start..limit.min(start + 5)).take_while(|token| !is_preposition(text.lower(*token)));
    // "a terrifying night" is no scene.
    let doing = |token: usize| doing(token) && !is_determiner(text.lower(token - 1));
    if cue.takes("scene") && opening.clone().any(doing) && preposition("as").is_none() {
        return Some(indirect(rest, "scene"));
    }
    if cue.takes("how") && word == "how" && !matches!(text.lower(start + 1), "many" | "much" | "long" | "often" | "to")
    {
        return Some(indirect(rest, "how it went"));
    }
    if cue.takes("as") {
        // "a man who identified himself as a captain"
        if matches!(word, "himself" | "herself" | "itself" | "themselves") {
            return None;
        }
        let at = preposition("as")?;
        let content = if at == start || own.order == Order::Passive { at + 1..limit } else { rest };
        let quoted =
            quotation_at(text, quotations, at + 1).is_some_and(|quotation| quotation.words >= SHORTEST_QUOTATION);
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
        || matches!(word, "so" | "nothing" | "little" | "to" | "as")
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
        let rest = before_remark(text, rest);
        let rule = if has_finite_verb(text, rest.clone()) { "clause without that" } else { "object" };
        return Some(indirect(rest, rule));
    }
    // "argued over how many had died"
    if matches!(word, "over" | "about" | "around") && !has_number(text, start + 1..limit.min(start + 4)) {
        return None;
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

/// "the deaths of three guards, two of whom were hit by their own side", "six deaths, revised to eight on Monday": what is
/// said of a thing behind the comma is the writer's remark.
fn before_remark(text: &Text<'_>, tokens: Range<usize>) -> Range<usize> {
    let Some(comma) = tokens.clone().find(|token| text.lower(*token) == ",") else { return tokens };
    let next = comma + 1;
    let word = text.lower(next);
    let of_whom = (next..tokens.end.min(next + 5)).any(|token| matches!(text.lower(token), "whom" | "which"));
    let revised = word.ends_with("ed") && is_preposition(text.lower(next + 1));
    let remark = is_relative(word) || of_whom || revised;
    if remark && !has_finite_verb(text, tokens.start..comma) { tokens.start..comma } else { tokens }
}

/// Whether a subject and its verb begin `tokens`, and not an object with a clause of its own somewhere behind it.
fn is_clause(text: &Text<'_>, tokens: Range<usize>) -> bool {
    let aside = |from: usize| (from + 1..tokens.end.min(from + 15)).find(|token| text.lower(*token) == ",");
    let mut token = tokens.start;
    while token < tokens.end {
        let word = text.lower(token);
        if token > tokens.start && is_finite_verb(text, token) {
            // "charged batons and fired": another verb of the same subject.
            return text.lower(token - 1) != "and";
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

/// For "called the figure irresponsible" and "called it a success" what is called so and how; nothing for "called the police".
fn named(text: &Text<'_>, tokens: Range<usize>) -> Range<usize> {
    let opens =
        matches!(text.lower(tokens.start), "the" | "this" | "that" | "it" | "them" | "him" | "her" | "these" | "those");
    let word = |token: &usize| {
        matches!(text.tokens[*token].kind, TokenKind::Word | TokenKind::Possessive)
            && !matches!(text.lower(*token), "and" | "but" | "for" | "to" | "on" | "at" | "that" | "who" | "which")
    };
    let end = tokens.start + tokens.clone().take(14).take_while(word).count();
    // "called the raid “an outrage”"
    if opens && end > tokens.start + 1 && end < tokens.end && text.tokens[end].kind == TokenKind::OpenQuote {
        let close = (end..tokens.end).find(|token| text.tokens[*token].kind == TokenKind::CloseQuote);
        return close.map_or(tokens.start..tokens.start, |close| tokens.start..close + 1);
    }
    let second = (tokens.start + 1..end).any(|token| matches!(text.lower(token), "a" | "an"));
    let last = text.lower(end.saturating_sub(1));
    let suffixes = ["ible", "able", "less", "ous", "ful", "ive", "false", "untrue", "illegal", "wrong", "absurd"];
    let adjective = end > tokens.start + 1 && suffixes.iter().any(|suffix| last.ends_with(suffix));
    if opens && (second || adjective) { tokens.start..end } else { tokens.start..tokens.start }
}

/// Whether a source is a survey, a report or a record.
fn is_document(text: &Text<'_>, source: &Range<usize>) -> bool {
    source.clone().any(|token| source::is_document(text, token))
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
                    | "hundred"
                    | "thousand"
                    | "million"
                    | "billion"
            )
    })
}
